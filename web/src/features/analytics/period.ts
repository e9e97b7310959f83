import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

const LENGTHS = ["7", "30", "90"] as const;
export type Length = (typeof LENGTHS)[number] | "own";

/** Some days of the workspace's time zone, both ends included, as "2026-11-30". */
export interface Period {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

/** The day that it is now in a time zone. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

/** The day so many days after another one, or before it. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a period has; less than 1 if it ends before it begins. */
export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;
}

/** The period in at most so many parts of equal length; the first may be shorter. In the order of time. */
export function partsOf(period: Period, most: number): Period[] {
  const length = Math.ceil(daysOf(period) / most);
  const parts: Period[] = [];
  for (let to = period.to; to >= period.from; to = addDays(to, -length)) {
    const from = addDays(to, 1 - length);
    parts.unshift({ from: from < period.from ? period.from : from, to });
  }
  return parts;
}

/** The view as the address holds it, so that it can be kept and shared. `today` is the workspace's. */
export function useView(today: string) {
  const [parameters, setParameters] = useSearchParams();
  const own = { from: parameters.get("desde"), to: parameters.get("hasta") };
  const asked = parameters.get("dias");
  const isOwn = own.from !== null && own.to !== null;
  const length: Length = isOwn ? "own" : (LENGTHS.find((known) => known === asked) ?? "30");
  const period = useMemo<Period>(() => {
    if (own.from !== null && own.to !== null) return { from: own.from, to: own.to };
    return { from: addDays(today, 1 - Number(length === "own" ? "30" : length)), to: today };
  }, [own.from, own.to, today, length]);
  const change = useCallback(
    (values: Record<string, string | null>) =>
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(values)) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const choose = useCallback(
    (chosen: Length) =>
      change(
        chosen === "own"
          ? { dias: null, desde: period.from, hasta: period.to }
          : { dias: chosen, desde: null, hasta: null },
      ),
    [change, period],
  );
  return { parameters, period, length, change, choose };
}
