import { useMay } from "../me/use-me.ts";
import type { PlaceName } from "./app-words.ts";
import { SCREENS, type Screen } from "./screens.tsx";

/** The screens that the caller has a use for. */
export function useScreens(): readonly Screen[] {
  const may = useMay();
  return SCREENS.filter((screen) => screen.needs === undefined || may(screen.needs));
}

/** What lies behind the screens and has a name, and where each is. */
export function usePlaces(): readonly { name: PlaceName; path: string }[] {
  const may = useMay();
  const behind = useScreens().flatMap((screen) => screen.below ?? []);
  return behind.flatMap(({ name, path, needs }) =>
    name !== undefined && (needs === undefined || may(needs)) ? [{ name, path }] : [],
  );
}

/** Whether the caller has a use for what stands at the path; an address that nobody knows is another matter. */
export function useIsOffered(path: string): boolean {
  const may = useMay();
  const known = SCREENS.flatMap((screen) => [screen, ...(screen.below ?? [])]);
  const needs = known.find((one) => one.path === path)?.needs;
  return needs === undefined || may(needs);
}
