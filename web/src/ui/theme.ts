const KEY = "seisin.theme";

export type Theme = "auto" | "light" | "dark";

export const THEMES: Theme[] = ["auto", "light", "dark"];

/** The reader's choice; `auto` follows the system. */
export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((each) => each === kept) ?? "auto";
}

export function setTheme(next: Theme): void {
  localStorage.setItem(KEY, next);
  applyTheme();
  dispatchEvent(new Event(THEME_CHANGED));
}

export const THEME_CHANGED = "seisin-theme";

export function applyTheme(): void {
  document.documentElement.dataset["theme"] = theme();
}

/** Whether the page is shown dark just now. */
export function isDark(): boolean {
  const chosen = theme();
  return chosen === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}

/** Call back whenever the page turns light or dark. */
export function onThemeChange(call: () => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", call);
  addEventListener(THEME_CHANGED, call);
  return () => {
    media.removeEventListener("change", call);
    removeEventListener(THEME_CHANGED, call);
  };
}
