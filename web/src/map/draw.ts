import { Map as Canvas, ScaleControl, setWorkerUrl, type GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import landUrl from "world-atlas/land-50m.json?url";
import type { FeatureCollection } from "geojson";
import type { HoldingShapes } from "../api/client.ts";
import { boxAround } from "./bounds.ts";
import { graticule } from "./graticule.ts";
import { hatchTile } from "./hatch.ts";
import type { PartyLook } from "./party_look.ts";
import { rowKey } from "./row_key.ts";
import { hatchName, mapStyle } from "./style.ts";
import type { Look } from "./view.ts";

setWorkerUrl(new URL(workerUrl, document.baseURI).href);

/** What is drawn: shapes, how each party looks, and the ground. */
export interface Drawing {
  shapes: HoldingShapes;
  looks: PartyLook[];
  ground: "light" | "dark";
}

/** A map on the page. */
export interface DrawnMap {
  draw: (drawing: Drawing) => void;
  fit: (row?: string) => void;
  choose: (row: string | null) => void;
  zoom: (by: number) => void;
  remove: () => void;
}

// The buttons stand at the right, the scales at the top.
const FIT = { padding: { top: 64, right: 72, bottom: 36, left: 48 }, maxZoom: 9, animate: false };

/** Put a map into `container`, looking where `look` says; `moved` hears of the reader's moves. */
export function mountMap(
  container: HTMLElement,
  look: Look | null,
  moved: (look: Look) => void,
): DrawnMap {
  const map = new Canvas({
    container,
    style: mapStyle("light", []),
    center: look ? [look.lon, look.lat] : [0, 20],
    zoom: look?.zoom ?? 1,
    maxZoom: 14,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    cancelPendingTileRequestsWhileZooming: true,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 120, unit: "metric" }), "top-left");
  map.addControl(new ScaleControl({ maxWidth: 120, unit: "imperial" }), "top-left");
  const canvas = map.getCanvas();
  canvas.setAttribute("aria-label", "Map; the same holdings stand in the table");
  let shown: Drawing | null = null;
  let styled = "";
  let chosen: string | null = null;

  const source = (id: string) => map.getSource<GeoJSONSource>(id);
  let ruled = "";
  const refreshGraticule = () => {
    const bounds = map.getBounds();
    const lines = source("graticule");
    if (!lines || ruled === bounds.toString()) return;
    ruled = bounds.toString();
    const { lng: west, lat: south } = bounds.getSouthWest();
    const { lng: east, lat: north } = bounds.getNorthEast();
    void lines.setData(graticule({ west, south, east, north }));
  };
  const fill = () => {
    if (!shown) return;
    for (const look of shown.looks.filter(({ hatch }) => hatch !== null)) {
      const name = hatchName(look.party);
      if (!map.hasImage(name)) map.addImage(name, hatchTile(look), { pixelRatio: 2 });
    }
    void source("holdings")?.setData(drawable(shown.shapes));
    void land().then((data) => source("land")?.setData(data));
    ruled = "";
    refreshGraticule();
  };
  map.on("style.load", fill);
  map.on("moveend", (event) => {
    refreshGraticule();
    if (!("originalEvent" in event) && !("asked" in event)) return;
    const { lng: lon, lat } = map.getCenter();
    moved({ lon, lat, zoom: map.getZoom() });
  });
  map.on("resize", refreshGraticule);
  map.on("idle", () => {
    refreshGraticule();
    container.dataset["idle"] = "true";
  });
  map.on("dataloading", () => (container.dataset["idle"] = "false"));

  return {
    draw: (drawing) => {
      shown = drawing;
      const wanted = `${drawing.ground} ${drawing.looks.map(({ party }) => party).join()}`;
      if (wanted === styled) {
        void source("holdings")?.setData(drawable(drawing.shapes));
        return;
      }
      styled = wanted;
      map.setStyle(mapStyle(drawing.ground, drawing.looks), { diff: false });
    },
    fit: (row) => {
      const wanted = shown?.shapes.features.filter(
        ({ properties }) => row === undefined || rowKey(properties) === row,
      );
      const box = boxAround((wanted ?? []).map(({ geometry }) => geometry));
      if (box) map.fitBounds(box, FIT, { asked: true });
    },
    choose: (row) => {
      if (chosen !== null) map.setFeatureState({ source: "holdings", id: chosen }, { chosen: false });
      if (row !== null) map.setFeatureState({ source: "holdings", id: row }, { chosen: true });
      chosen = row;
    },
    zoom: (by) => map.zoomTo(map.getZoom() + by, { animate: false }, { asked: true }),
    remove: () => map.remove(),
  };
}

/** Shapes under the key of their row in the table; rows without geometry are left out. */
function drawable(shapes: HoldingShapes): FeatureCollection {
  const features = shapes.features.flatMap(({ geometry, properties }) => {
    if (!geometry) return [];
    return [{ type: "Feature" as const, geometry, properties: { ...properties, row: rowKey(properties) } }];
  });
  return { type: "FeatureCollection", features };
}

let loading: Promise<FeatureCollection> | null = null;

// Natural Earth land at 1:50 m, public domain: coastlines only, so no border is drawn or implied.
function land(): Promise<FeatureCollection> {
  loading ??= fetch(landUrl)
    .then((response) => response.json())
    .then((topology: Topology<{ land: GeometryCollection }>) => feature(topology, topology.objects.land));
  return loading;
}
