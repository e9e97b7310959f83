import { useSyncExternalStore } from "react";

/** The tour through the demo data: which of its steps is shown, null while nobody is on it. */
let step: number | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function goToStep(chosen: number | null): void {
  step = chosen;
  listeners.forEach((listener) => listener());
}

export function useTourStep(): number | null {
  return useSyncExternalStore(subscribe, () => step);
}
