import { formatMoment } from "../../i18n/formats.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useUsage } from "./queries.ts";
import { Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";

/** What the plan gives in a month, and what is left of it. */
export function UsageSection() {
  const words = useWords(SETTINGS);
  const locale = useLocale();
  const usage = useUsage();
  const format = new Intl.NumberFormat(locale);
  if (usage.isError) return <NotLoaded error={usage.error} onRetry={() => void usage.refetch()} />;
  const data = usage.data;
  return (
    <Section title={words.sections.usage}>
      {data !== undefined && (
        <div className="flex flex-col gap-2 rounded-control border border-border bg-raised p-4">
          <p className="figures">
            {words.used(
              format.format(data.messages_used),
              data.messages_limit === null ? null : format.format(data.messages_limit),
            )}
          </p>
          {data.messages_limit !== null && (
            <progress
              className="h-1.5 w-full accent-accent"
              aria-label={words.sections.usage}
              max={Math.max(1, data.messages_limit)}
              value={data.messages_used}
            />
          )}
          <p className="text-table text-muted">
            {words.plan(words.plans[data.plan])} · {words.startsAgain(formatMoment(data.ends_at))}
          </p>
        </div>
      )}
    </Section>
  );
}
