import { ArrowDown, ArrowUp, CircleHelp, Hourglass, Lightbulb } from "lucide-react";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { classes } from "../../design/class-names.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";
import { useSignals } from "../../signals/use-signals.ts";
import { ANALYTICS } from "./analytics-words.ts";
import { PartScreen } from "./part-screen.tsx";
import { formatCount, formatDate, formatPoints, formatShare } from "./figures.ts";
import { IntervalBar } from "./interval-bar.tsx";
import { addDays, todayIn } from "./period.ts";
import { useTimeZone } from "./queries.ts";
import { SIGNALS } from "./signals-words.ts";

type Signal = Schemas["SignalView"];
type Verdict = Schemas["SignalVerdict"];

const LENGTHS = ["90", "180", "365"] as const;
/** Messages are looked at once they have had so many days to be answered. */
const MATURITY_DAYS = 14;
const FORMATS = ["linkedin_note", "linkedin_message", "linkedin_inmail", "email"] as const;
const LANGUAGES = ["es", "en"] as const;
const ORDER: readonly Verdict[] = ["more", "less", "unclear", "too_few"];

/** Which facts, lengths and forms of address go with positive replies, and how sure that is. */
export default function SignalsScreen() {
  const words = useWords(SIGNALS);
  const common = useWords(COMMON);
  const timeZone = useTimeZone();
  return (
    <PartScreen words={words}>
      {timeZone === undefined ? (
        <p className="py-10 text-center text-muted">{common.loading}</p>
      ) : (
        <Signals today={todayIn(timeZone)} />
      )}
    </PartScreen>
  );
}

function Signals({ today }: { today: string }) {
  const words = useWords(SIGNALS);
  const common = useWords(COMMON);
  const analytics = useWords(ANALYTICS);
  const [parameters, setParameters] = useSearchParams();
  const chosen = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === parameters.get(name));
  const change = (name: string, value: string) =>
    setParameters(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const length = chosen("dias", LENGTHS) ?? "90";
  const format = chosen("formato", FORMATS);
  const language = chosen("idioma", LANGUAGES);
  const from = addDays(today, 1 - MATURITY_DAYS - Number(length));
  const found = useSignals({ format, language, from });
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Choice
          label={words.period}
          value={length}
          onChange={(value) => change("dias", value)}
          options={LENGTHS.map((value) => ({ value, label: words.days(Number(value)) }))}
        />
        <Choice
          label={analytics.format}
          value={format ?? ""}
          onChange={(value) => change("formato", value)}
          options={[
            { value: "", label: words.any },
            ...FORMATS.map((value) => ({ value, label: common.shortFormats[value] })),
          ]}
        />
        <Choice
          label={analytics.language}
          value={language ?? ""}
          onChange={(value) => change("idioma", value)}
          options={[
            { value: "", label: words.any },
            ...LANGUAGES.map((value) => ({ value, label: common.languages[value] })),
          ]}
        />
      </div>
      {found.isError && <NotLoaded error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found.isSuccess && found.data.items.length === 0 && (
        <EmptyState
          title={words.empty}
          action={length !== "365" && <Button onClick={() => change("dias", "365")}>{words.wider}</Button>}
        >
          {words.emptyDetail}
        </EmptyState>
      )}
      {found.isSuccess && found.data.items.length > 0 && <Report signals={found.data} />}
    </>
  );
}

function Report({ signals }: { signals: Schemas["Signals"] }) {
  const words = useWords(SIGNALS);
  const hints = signals.items.flatMap(({ hint }) => (hint === null ? [] : [hint]));
  const items = signals.items.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
  const few = items.filter(({ verdict }) => verdict === "too_few");
  return (
    <>
      {hints.length > 0 && (
        <section aria-labelledby="hints-title" className="rounded-control bg-accent-soft px-4 py-3">
          <h2 id="hints-title" className="flex items-center gap-2 font-semibold">
            <Lightbulb size={16} aria-hidden="true" className="text-accent" />
            {words.hints}
          </h2>
          <ul className="list-disc pt-1 pl-5">
            {hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </section>
      )}
      <SignalList items={items.filter(({ verdict }) => verdict !== "too_few")} />
      {few.length > 0 && (
        <details open={few.length === items.length}>
          <summary className="cursor-pointer pb-2 font-medium">{words.few(few.length)}</summary>
          <SignalList items={few} />
        </details>
      )}
      <p className="max-w-[75ch] text-table text-muted">
        {words.inPeriod(formatDate(signals.from), formatDate(signals.to))}{" "}
        {words.minimum(formatCount(signals.minimum_sample))} {signals.note}
      </p>
    </>
  );
}

function SignalList({ items }: { items: readonly Signal[] }) {
  return (
    <ul className="flex flex-col divide-y divide-border rounded-control border border-border bg-raised empty:hidden">
      {items.map((signal) => (
        <SignalRow key={signal.signal} signal={signal} />
      ))}
    </ul>
  );
}

function SignalRow({ signal }: { signal: Signal }) {
  const words = useWords(SIGNALS);
  const { difference, verdict } = signal;
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-3 px-4 py-3 md:grid-cols-[minmax(0,1.6fr)_repeat(3,minmax(0,1fr))]">
      <div className="flex flex-col items-start gap-1">
        <h3 className="font-medium">{words.messagesThat(signal.label)}</h3>
        <VerdictBadge verdict={verdict} />
      </div>
      <Share name={words.withSignal} rate={signal.with_signal} />
      <Share name={words.withoutSignal} rate={signal.without_signal} />
      <div className="min-w-0 text-table">
        <p className="text-muted">{words.difference}</p>
        <p className={classes("font-medium figures", verdict === "too_few" && "text-muted")}>
          {difference === null ? "—" : formatPoints(difference.value)}
        </p>
        {difference !== null && (
          <p className="text-small text-muted">
            {words.between(formatPoints(difference.low), formatPoints(difference.high))}
          </p>
        )}
      </div>
    </li>
  );
}

function Share({ name, rate }: { name: string; rate: Schemas["Rate"] }) {
  const words = useWords(SIGNALS);
  return (
    <div className="flex min-w-0 flex-col gap-1 text-table">
      <p className="flex justify-between gap-2">
        <span className="text-muted">{name}</span>
        <span className="font-medium figures">{rate.value === null ? "—" : formatShare(rate.value)}</span>
      </p>
      <IntervalBar rate={rate} />
      <p className="text-small text-muted">{words.share(formatCount(rate.numerator), formatCount(rate.denominator))}</p>
    </div>
  );
}

const VERDICT_LOOKS: Record<Verdict, { look: string; icon: ReactNode }> = {
  more: { look: "bg-proof-soft text-proof", icon: <ArrowUp size={12} aria-hidden="true" /> },
  less: { look: "bg-doubt-soft text-doubt", icon: <ArrowDown size={12} aria-hidden="true" /> },
  unclear: { look: "bg-sunken text-muted", icon: <CircleHelp size={12} aria-hidden="true" /> },
  too_few: { look: "bg-sunken text-muted", icon: <Hourglass size={12} aria-hidden="true" /> },
};

function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const words = useWords(SIGNALS);
  const { look, icon } = VERDICT_LOOKS[verdict];
  return (
    <span className={classes("inline-flex items-center gap-1 rounded-pill px-2 py-0.5 text-small font-medium", look)}>
      {icon}
      {words.verdicts[verdict]}
    </span>
  );
}
