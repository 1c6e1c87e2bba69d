import { fetchCheck } from "../api/client.ts";
import type { About, Publisher } from "../api/types.ts";
import { verdictLook } from "../format/verdict.ts";
import { printRoute, type CheckState } from "../state/route.ts";
import { present, useFetch, type Loaded } from "../state/use_fetch.ts";
import { KnownOnBanner } from "../ui/known_on_banner.tsx";
import { Live } from "../ui/live.tsx";
import { Refused } from "../ui/message.tsx";
import { useShortcuts } from "../ui/shortcuts.ts";
import type { CheckAnswer } from "../api/types.ts";
import { AnswerView } from "./answer_view.tsx";
import { CheckForm } from "./check_form.tsx";

/** A sentence on one side, what the maps show on the other. */
export function CheckScreen(props: {
  state: CheckState;
  publishers: Publisher[];
  about: About | null;
  go: (state: CheckState) => void;
}) {
  const { state, go } = props;
  const key = state.q === "" ? "" : printRoute({ screen: "check", state });
  const loaded = useFetch(key, (signal) => fetchCheck(state, signal));
  const answer = present(loaded);
  useShortcuts({ "/": "sentence", o: "on", k: "known-on" });
  return (
    <>
      <KnownOnBanner knownOn={state.known_on} clear={() => go({ ...state, known_on: "" })} />
      <CheckForm {...props} />
      <Live words={announcement(loaded)} />
      {loaded.state === "failed" && <Refused>{loaded.message}</Refused>}
      {answer && (
        <div class={loaded.state === "loading" ? "stale" : ""} aria-busy={loaded.state === "loading"}>
          <AnswerView answer={answer} state={state} />
        </div>
      )}
      {loaded.state === "idle" && <FirstWords />}
    </>
  );
}

/** What a screen reader says once the answer is there. */
function announcement(loaded: Loaded<CheckAnswer>): string {
  if (loaded.state === "loading") return "Checking.";
  if (loaded.state !== "ready") return "";
  const answer = loaded.value;
  const each = answer.publishers.map(
    (publisher) => `${publisher.publisher}: ${verdictLook(publisher.verdict).phrase}.`,
  );
  return [`Verdict: ${verdictLook(answer.verdict).phrase}.`, answer.reason, ...each].join(" ");
}

function FirstWords() {
  return (
    <p class="lede">
      Paste a sentence that says how much land a party holds. It is compared with every map in the
      store: each publisher’s figure, its error, and a verdict on what that map bears out.
    </p>
  );
}
