import { useEffect, useRef, useState } from "preact/hooks";
import type { HoldingShapes } from "../api/client.ts";
import { isDark, onThemeChange } from "../ui/theme.ts";
import type { DrawnMap } from "./draw.ts";
import type { PartyLook } from "./party_look.ts";
import type { Look } from "./view.ts";

/** The drawn map; the library is fetched when the first map is shown. */
export function MapView(props: {
  shapes: HoldingShapes | null;
  looks: PartyLook[];
  look: Look | null;
  row: string | null;
  moved: (look: Look) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const moved = useRef(props.moved);
  moved.current = props.moved;
  const [map, setMap] = useState<DrawnMap | null>(null);
  const [failed, setFailed] = useState("");
  const [ground, setGround] = useState<"light" | "dark">(isDark() ? "dark" : "light");
  const fitted = useRef(false);

  useEffect(() => onThemeChange(() => setGround(isDark() ? "dark" : "light")), []);
  useEffect(() => {
    let drawn: DrawnMap | null = null;
    let gone = false;
    import("./draw.ts")
      .then(({ mountMap }) => {
        if (gone || !place.current) return;
        drawn = mountMap(place.current, props.look, (look) => moved.current(look));
        setMap(drawn);
      })
      .catch((error: unknown) => setFailed(String(error)));
    return () => {
      gone = true;
      drawn?.remove();
    };
  }, []);
  useEffect(() => {
    if (!map || !props.shapes) return;
    map.draw({ shapes: props.shapes, looks: props.looks, ground });
    if (!fitted.current && !props.look) map.fit();
    fitted.current = true;
  }, [map, props.shapes, props.looks, ground]);
  useEffect(() => map?.choose(props.row), [map, props.row]);

  return (
    <div class="map" role="group" aria-label="Map of holdings">
      <div class="map-place" ref={place} data-idle="false" />
      {failed && <p class="refused">The map could not be drawn ({failed}). The table is complete.</p>}
      <div class="map-buttons">
        <button type="button" aria-label="Zoom in" onClick={() => map?.zoom(1)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => map?.zoom(-1)}>
          −
        </button>
        <button type="button" aria-label="Show all holdings" onClick={() => map?.fit()}>
          all
        </button>
      </div>
    </div>
  );
}
