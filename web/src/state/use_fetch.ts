import { useEffect, useState } from "preact/hooks";

/** A thing asked for over the network: not asked, on its way, here, or refused. */
export type Loaded<T> =
  | { state: "idle" }
  | { state: "loading"; previous: T | null }
  | { state: "ready"; value: T }
  | { state: "failed"; message: string };

/**
 * Fetch anew whenever `key` changes, dropping what is under way; an empty key asks nothing.
 * The last value stays at hand while the next is on its way, so that a screen need not go blank.
 */
export function useFetch<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "idle" });
  useEffect(() => {
    if (key === "") {
      setLoaded({ state: "idle" });
      return;
    }
    const abort = new AbortController();
    setLoaded((before) => ({ state: "loading", previous: present(before) }));
    ask(abort.signal)
      .then((value) => setLoaded({ state: "ready", value }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setLoaded({ state: "failed", message: words(error) });
      });
    return () => abort.abort();
  }, [key]);
  return loaded;
}

/** The value at hand, the last one while another is on its way. */
export function present<T>(loaded: Loaded<T>): T | null {
  if (loaded.state === "ready") return loaded.value;
  return loaded.state === "loading" ? loaded.previous : null;
}

const words = (error: unknown) =>
  error instanceof TypeError
    ? "the program does not answer: is `seisin serve` still running?"
    : error instanceof Error
      ? error.message
      : String(error);
