import { useMay } from "../me/use-me.ts";
import { SCREENS, type Screen } from "./screens.tsx";

/** The screens that the caller has a use for. */
export function useScreens(): readonly Screen[] {
  const may = useMay();
  return SCREENS.filter((screen) => screen.needs === undefined || may(screen.needs));
}
