import type { Schemas } from "../../api/client.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ANALYTICS } from "./analytics-words.ts";
import { formatCount, formatMoney, formatSeconds, formatShare } from "./figures.ts";

/** What the messages cost, and what people did with them. */
export function WorkFigures({ totals }: { totals: Schemas["Figures"] }) {
  const words = useWords(ANALYTICS);
  const money = (micros: number | null) => formatMoney(micros, totals.currency);
  const share = (name: string) => {
    const rate = totals.rates[name];
    if (rate === undefined || rate.value === null) return "—";
    return `${formatShare(rate.value)} (${formatCount(rate.numerator)} / ${formatCount(rate.denominator)})`;
  };
  const figures = [
    [words.totalCost, money(totals.cost_micros)],
    [words.costPerMessage, money(totals.cost_per_message_micros)],
    [words.costPerPositive, money(totals.cost_per_positive_micros)],
    [words.costPerMeeting, money(totals.cost_per_meeting_micros)],
    [words.toApproval, formatSeconds(totals.seconds_to_approval)],
    [words.fromImport, formatSeconds(totals.seconds_from_import)],
    [words.edited, share("edit")],
    [words.bounced, share("bounce")],
    [words.unsubscribed, share("unsubscribe")],
  ] as const;
  return (
    <section aria-labelledby="work-title" className="rounded-control border border-border bg-raised p-4">
      <h2 id="work-title" className="pb-2 text-title font-semibold">
        {words.costs}
      </h2>
      <dl className="grid grid-cols-1 gap-x-8 sm:max-lg:grid-cols-2">
        {figures.map(([name, value]) => (
          <div key={name} className="flex items-baseline justify-between gap-3 border-t border-border py-2 text-table">
            <dt className="text-muted">{name}</dt>
            <dd className="font-medium whitespace-nowrap figures">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
