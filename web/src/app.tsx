import { useEffect, useState } from "preact/hooks";
import { fetchAbout, fetchPublishers } from "./api/client.ts";
import { CheckScreen } from "./check/check_screen.tsx";
import { MapScreen } from "./map/map_screen.tsx";
import { EMPTY_CHECK, printRoute, type Route } from "./state/route.ts";
import { present, useFetch } from "./state/use_fetch.ts";
import { useRoute } from "./state/use_route.ts";
import { Refused } from "./ui/message.tsx";
import { setShortcuts, shortcutsOn } from "./ui/shortcuts.ts";
import { setTheme, theme, THEMES } from "./ui/theme.ts";

const TITLES = { check: "Check a sentence", map: "Map of holdings" };

/** The page: head, one screen, foot. */
export function App() {
  const [route, go] = useRoute();
  const publishers = useFetch("publishers", fetchPublishers);
  const about = useFetch("about", fetchAbout);
  useEffect(() => {
    document.title = `${TITLES[route.screen]} · seisin`;
  }, [route.screen]);
  const shared = { publishers: present(publishers) ?? [], about: present(about) };
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Head route={route} />
      <main id="main" tabIndex={-1}>
        <h1>{TITLES[route.screen]}</h1>
        {publishers.state === "failed" && <Refused>{publishers.message}</Refused>}
        {route.screen === "check" ? (
          <CheckScreen
            {...shared}
            state={route.state}
            go={(state) => go({ screen: "check", state })}
          />
        ) : (
          <MapScreen
            publishers={shared.publishers}
            state={route.state}
            go={(state, how) => go({ screen: "map", state }, how)}
          />
        )}
      </main>
      <Foot version={shared.about?.version ?? ""} />
    </>
  );
}

// The fragment is the page's state, so the skip link must not change it.
function skip(event: Event) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function Head({ route }: { route: Route }) {
  const { on, known_on } = route.state;
  const links: [string, Route][] = [
    [
      "Check",
      route.screen === "check"
        ? route
        : { screen: "check", state: { ...EMPTY_CHECK, on, known_on } },
    ],
    ["Map", route.screen === "map" ? route : { screen: "map", state: { on, known_on, publisher: "", view: "" } }],
  ];
  return (
    <header class="head">
      <p class="wordmark">seisin</p>
      <nav aria-label="Screens">
        {links.map(([name, to]) => (
          <a
            key={name}
            href={printRoute(to)}
            {...(to.screen === route.screen ? { "aria-current": "page" as const } : {})}
          >
            {name}
          </a>
        ))}
      </nav>
      <ThemeChoice />
    </header>
  );
}

function ThemeChoice() {
  const [chosen, choose] = useState(theme());
  return (
    <label class="theme">
      <span>Appearance</span>
      <select
        value={chosen}
        onChange={(event) => {
          const next = THEMES.find((each) => each === event.currentTarget.value) ?? "auto";
          setTheme(next);
          choose(next);
        }}
      >
        {THEMES.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}

function Foot({ version }: { version: string }) {
  const [on, setOn] = useState(shortcutsOn());
  return (
    <footer class="foot">
      <p>
        seisin {version}. Runs on this computer and asks no other. Maps are sources too: a verdict
        says what a publisher’s map bears out, no more.{" "}
        <a href="licences.txt">Licences of what this page is made of</a>
      </p>
      <details>
        <summary>Keyboard</summary>
        <ul>
          <li>
            <kbd>/</kbd> to the sentence, <kbd>o</kbd> to <em>on</em>, <kbd>k</kbd> to{" "}
            <em>as known on</em>
          </li>
          <li>
            In the sentence: <kbd>Enter</kbd> checks, <kbd>Shift</kbd>+<kbd>Enter</kbd> breaks the
            line
          </li>
          <li>
            On the map’s date strip: arrow keys go from edition to edition; on the map: arrow keys
            move, <kbd>+</kbd> and <kbd>−</kbd> zoom
          </li>
        </ul>
        <label>
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              setOn(event.currentTarget.checked);
              setShortcuts(event.currentTarget.checked ? "on" : "off");
            }}
          />{" "}
          Single keys act
        </label>
      </details>
    </footer>
  );
}
