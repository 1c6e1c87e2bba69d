import { useEffect } from "preact/hooks";

const OFF = "seisin.single-key-shortcuts";

/** Whether single keys act; a reader who dictates or uses a switch can turn them off. */
export const shortcutsOn = (): boolean => localStorage.getItem(OFF) !== "off";

export const setShortcuts = (state: "on" | "off"): void => localStorage.setItem(OFF, state);

/** Focus the element with that id when its key is pressed outside a field. */
export function useShortcuts(keys: Record<string, string>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const id = keys[event.key];
      if (!id || !shortcutsOn() || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && isField(event.target)) return;
      event.preventDefault();
      document.getElementById(id)?.focus();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

const isField = (element: HTMLElement) =>
  element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);
