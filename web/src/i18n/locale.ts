/** The language of the interface: what was chosen, else the browser's if we speak it, else Spanish. */
export type Locale = "es" | "en";

const STORED_AT = "language";

let locale: Locale = stored() ?? (navigator.language.startsWith("en") ? "en" : "es");
const listeners = new Set<() => void>();

function stored(): Locale | null {
  const value = localStorage.getItem(STORED_AT);
  return value === "es" || value === "en" ? value : null;
}

export function currentLocale(): Locale {
  return locale;
}

export function chooseLocale(chosen: Locale): void {
  locale = chosen;
  localStorage.setItem(STORED_AT, chosen);
  document.documentElement.lang = chosen;
  listeners.forEach((listener) => listener());
}

export function subscribeToLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
