export type Theme = "light" | "dark" | "system";

const STORED_AT = "theme";

export function currentTheme(): Theme {
  const stored = localStorage.getItem(STORED_AT);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** Dark, light, or as the system says; public/theme.js applies the same before the first paint. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") {
    localStorage.removeItem(STORED_AT);
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem(STORED_AT, theme);
    document.documentElement.dataset["theme"] = theme;
  }
}
