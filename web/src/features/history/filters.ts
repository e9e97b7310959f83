import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** What the list is narrowed by; each lives in the address, so that a view can be kept and shared. */
const FILTER_NAMES = ["q", "status", "format", "role", "assignee", "batch", "from", "to"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** The filters of the address, and the way to change them. Changing some keeps the others and adds no history entry. */
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
    (changes: Filters) =>
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(changes)) {
            if (value === "") next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const clear = useCallback(() => setParameters(new URLSearchParams(), { replace: true }), [setParameters]);
  return { filters, change, clear };
}

const DAY_MS = 86_400_000;
export const PERIODS = [7, 30, 90] as const;

/** The day so many days before today, both included in what it begins: 7 begins six days ago. */
export function firstDayOf(days: number, today: Date = new Date()): string {
  return new Date(today.getTime() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** Which of the offered periods the filters mean; "other" for any other days, null for all of them. */
export function periodOf({ from, to }: Filters, today: Date = new Date()): number | "other" | null {
  if (from === undefined && to === undefined) return null;
  return (to === undefined && PERIODS.find((days) => firstDayOf(days, today) === from)) || "other";
}
