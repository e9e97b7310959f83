import type { Schemas } from "../../api/client.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ANALYTICS, STEPS } from "./analytics-words.ts";
import { formatCount, formatShare } from "./figures.ts";

/** From a draft to a customer, each step as wide as what is left of the first. */
export function Funnel({ totals }: { totals: Schemas["Figures"] }) {
  const words = useWords(ANALYTICS);
  const widest = Math.max(1, ...STEPS.map((step) => totals[step]));
  return (
    <section
      aria-labelledby="funnel-title"
      className="flex min-w-0 flex-col gap-3 rounded-control border border-border bg-raised p-4"
    >
      <h2 id="funnel-title" className="text-title font-semibold">
        {words.funnel}
      </h2>
      <ol className="flex flex-col gap-2">
        {STEPS.map((step, place) => {
          const previous = STEPS[place - 1];
          const from = previous === undefined ? 0 : totals[previous];
          return (
            <li key={step} className="flex flex-col gap-0.5">
              <span className="flex items-baseline gap-2 text-table">
                <span className="min-w-0 flex-1 truncate">{words.steps[step]}</span>
                <span className="text-small text-muted figures">
                  {from > 0 && words.ofStep(formatShare(totals[step] / from))}
                </span>
                <span className="w-12 text-right font-medium figures">{formatCount(totals[step])}</span>
              </span>
              <span className="h-2 rounded-pill bg-sunken">
                <span
                  className="block h-2 rounded-pill bg-accent"
                  style={{ width: `${(totals[step] / widest) * 100}%` }}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <p className="text-small text-muted">{words.funnelNote}</p>
    </section>
  );
}
