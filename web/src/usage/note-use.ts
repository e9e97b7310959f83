import { api, type Schemas } from "../api/client.ts";

type Screen = Schemas["Screen"];
export type UserAction = Schemas["UserAction"];

/** Which screen an address belongs to; the longest beginning decides. */
const SCREENS: readonly (readonly [beginning: string, screen: Screen])[] = [
  ["/analitica/experimentos", "experiments"],
  ["/analitica", "analytics"],
  ["/ajustes", "settings"],
  ["/historial", "history"],
  ["/prompts", "prompts"],
  ["/lotes", "batches"],
  ["/ayuda", "help"],
];

export function screenAt({ pathname, search }: { pathname: string; search: string }): Screen | null {
  if (pathname === "/") return "write";
  const screen = SCREENS.find(([beginning]) => pathname.startsWith(beginning))?.[1] ?? null;
  return screen === "history" && new URLSearchParams(search).get("ver") === "seguimientos" ? "follow_ups" : screen;
}

/** Whoever asks their browser not to be followed is not, not even by a count (Global Privacy Control, Do Not Track). */
function asksNotTo(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return doNotTrack === "1" || globalPrivacyControl === true;
}

/**
 * Tells the product's own log that something was done on the screen that is open: two words of closed lists, never a
 * text. Nobody waits for it, and whether it arrives concerns nobody.
 */
export function noteUse(action: UserAction): void {
  const screen = screenAt(window.location);
  if (screen === null || asksNotTo()) return;
  void api.POST("/v1/usage-events", { body: { screen, action } }).catch(() => undefined);
}
