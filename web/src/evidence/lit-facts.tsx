import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

interface Light {
  /** The facts that are lit: those of the claim under the pointer or the focus. */
  facts: readonly string[];
  light: (facts: readonly string[]) => void;
}

const NOTHING: readonly string[] = [];
const LightContext = createContext<Light>({ facts: NOTHING, light: () => undefined });

/** Claims and facts inside of it light each other. */
export function Evidence({ children }: { children: ReactNode }) {
  const [facts, light] = useState(NOTHING);
  return <LightContext value={useMemo(() => ({ facts, light }), [facts])}>{children}</LightContext>;
}

export function useLight(): Light {
  return useContext(LightContext);
}

/** Pointer and focus handlers that light `facts`, and put the light out again. */
export function useLighting(facts: readonly string[]) {
  const { light } = useLight();
  const on = () => light(facts);
  const off = () => light(NOTHING);
  return { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off };
}
