import { classes } from "../../design/class-names.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ANALYTICS } from "./analytics-words.ts";
import { formatShare, isEnough, type Rate } from "./figures.ts";

/** From 0 to 100 %: the interval as a thin bar, the value as a mark in it. */
export function IntervalBar({ rate }: { rate: Rate }) {
  const words = useWords(ANALYTICS);
  if (rate.value === null || rate.low === null || rate.high === null) {
    return <div className="h-1.5 rounded-pill bg-sunken" />;
  }
  const said = words.interval(formatShare(rate.low), formatShare(rate.high));
  return (
    <div role="img" aria-label={said} title={said} className="relative h-1.5 rounded-pill bg-sunken">
      <span
        className={classes("absolute inset-y-0 rounded-pill opacity-45", isEnough(rate) ? "bg-accent" : "bg-muted")}
        style={{ left: `${rate.low * 100}%`, right: `${(1 - rate.high) * 100}%` }}
      />
      <span
        className={classes("absolute -inset-y-0.5 w-0.5 -translate-x-1/2", isEnough(rate) ? "bg-accent" : "bg-muted")}
        style={{ left: `${rate.value * 100}%` }}
      />
    </div>
  );
}
