import { Hourglass } from "lucide-react";

import { classes } from "../../design/class-names.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ANALYTICS, type Tile } from "./analytics-words.ts";
import { formatCount, formatPoints, formatShare, isEnough, type Rate } from "./figures.ts";
import { IntervalBar } from "./interval-bar.tsx";

interface Props {
  name: Tile;
  rate: Rate;
  /** The same rate of the period before, where periods are compared. */
  before: Rate | undefined;
}

/** One rate: its value, how sure that is, what it is a share of, and what to bear in mind. */
export function RateTile({ name, rate, before }: Props) {
  const words = useWords(ANALYTICS);
  const isSure = isEnough(rate);
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-control border border-border bg-raised p-4">
      <h2 className="text-table font-medium text-muted">{words.tiles[name]}</h2>
      <p className={classes("text-display font-semibold figures", !isSure && "text-muted")}>
        {rate.value === null ? "—" : formatShare(rate.value)}
      </p>
      <IntervalBar rate={rate} />
      <p className="text-small text-muted">
        {rate.denominator === 0
          ? words.noData
          : words.of[name](formatCount(rate.numerator), formatCount(rate.denominator))}
      </p>
      <Change rate={rate} before={before} />
      <p className="mt-auto flex flex-wrap gap-x-3 gap-y-1 text-small text-muted empty:hidden">
        {rate.denominator > 0 && !isSure && <span>{words.few}</span>}
        {rate.denominator > 0 && !rate.mature && (
          <span className="inline-flex items-center gap-1 text-doubt" title={words.immatureDetail}>
            <Hourglass size={12} aria-hidden="true" />
            {words.immature}
          </span>
        )}
      </p>
    </li>
  );
}

function Change({ rate, before }: { rate: Rate; before: Rate | undefined }) {
  const words = useWords(ANALYTICS);
  if (before === undefined || before.value === null || rate.value === null) return null;
  const isSure = isEnough(rate) && isEnough(before);
  return (
    <p className={classes("text-small figures", !isSure && "text-muted")}>
      <span className="font-medium">{words.points(formatPoints(rate.value - before.value))}</span> {words.before} (
      {formatShare(before.value)})
    </p>
  );
}
