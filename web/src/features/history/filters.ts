import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** What the list is narrowed by; each lives in the address, so that a view can be kept and shared. */
const FILTER_NAMES = ["q", "status", "format", "role", "from", "to"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** The filters of the address, and the way to change them. Changing one keeps the others and adds no history entry. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(() => {
    const found: Filters = {};
    for (const name of FILTER_NAMES) {
      const value = parameters.get(name);
      if (value !== null && value !== "") found[name] = value;
    }
    return found;
  }, [parameters]);
  const change = useCallback(
    (name: FilterName, value: string) =>
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          if (value === "") next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const clear = useCallback(() => setParameters(new URLSearchParams(), { replace: true }), [setParameters]);
  return { filters, change, clear };
}
