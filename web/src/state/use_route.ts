import { useEffect, useState } from "preact/hooks";
import { parseRoute, printRoute, type Route } from "./route.ts";

/** The route in the address bar, and a way to go to another. */
export function useRoute(): [Route, (route: Route, how?: "push" | "replace") => void] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const listen = () => setHash(location.hash);
    addEventListener("hashchange", listen);
    addEventListener("popstate", listen);
    return () => {
      removeEventListener("hashchange", listen);
      removeEventListener("popstate", listen);
    };
  }, []);
  const go = (route: Route, how: "push" | "replace" = "push") => {
    const next = printRoute(route);
    if (next === location.hash) return;
    if (how === "push") history.pushState(null, "", next);
    else history.replaceState(null, "", next);
    setHash(next);
  };
  return [parseRoute(hash), go];
}
