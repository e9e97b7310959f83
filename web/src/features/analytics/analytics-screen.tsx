import { CalendarDays, Download, FlaskConical, ListChecks, Sparkles } from "lucide-react";
import { useRef } from "react";
import { Link, useNavigate } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { Button, LINK } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { PictureButtons } from "../../design/picture-buttons.tsx";
import { saveFile } from "../../design/save-file.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { ANALYTICS, type Measure, MEASURES, TILES } from "./analytics-words.ts";
import { Breakdown } from "./breakdown.tsx";
import { figureRows, toCsv } from "./csv.ts";
import { formatCount, formatDate } from "./figures.ts";
import { Funnel } from "./funnel.tsx";
import { daysOf, todayIn, useView } from "./period.ts";
import { PeriodBar } from "./period-bar.tsx";
import { GROUPINGS, useDays, useTimeZone } from "./queries.ts";
import { RateTile } from "./rate-tile.tsx";
import { TrendChart } from "./trend-chart.tsx";
import { WorkFigures } from "./work-figures.tsx";
import { NotLoaded } from "../../problems/not-loaded.tsx";

const PARTS = [
  { name: "experiments", path: "/analitica/experimentos", icon: <FlaskConical size={16} aria-hidden="true" /> },
  { name: "signals", path: "/analitica/senales", icon: <Sparkles size={16} aria-hidden="true" /> },
  { name: "months", path: "/analitica/meses", icon: <CalendarDays size={16} aria-hidden="true" /> },
  { name: "proofs", path: "/analitica/recuentos", icon: <ListChecks size={16} aria-hidden="true" /> },
] as const;

/** What works: rates that say what they are rates of, over days that the address names. */
export default function AnalyticsScreen() {
  const common = useWords(COMMON);
  const words = useWords(ANALYTICS);
  const timeZone = useTimeZone();
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        <nav aria-label={words.parts} className="flex flex-wrap gap-2">
          {PARTS.map(({ name, path, icon }) => (
            <Link key={name} to={path} className={LINK}>
              {icon}
              {words[name]}
            </Link>
          ))}
        </nav>
      </div>
      {timeZone === undefined ? (
        <p className="py-10 text-center text-muted">{common.loading}</p>
      ) : (
        <Analytics today={todayIn(timeZone)} />
      )}
    </>
  );
}

function Analytics({ today }: { today: string }) {
  const common = useWords(COMMON);
  const { parameters, period, length, change, choose } = useView(today);
  const compares = parameters.get("comparar") === "si";
  const found = useDays(period, compares);
  return (
    <div className="flex flex-col gap-6">
      <PeriodBar
        length={length}
        period={period}
        compares={compares}
        onLength={choose}
        onPeriod={({ from, to }) => change({ dias: null, desde: from, hasta: to })}
        onCompare={(isAsked) => change({ comparar: isAsked ? "si" : null })}
      />
      {found.isError && <NotLoaded error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found.isSuccess && <Report metrics={found.data} today={today} />}
    </div>
  );
}

function Report({ metrics, today }: { metrics: Schemas["Metrics"]; today: string }) {
  const words = useWords(ANALYTICS);
  const { parameters, period, change, choose } = useView(today);
  const navigate = useNavigate();
  const { totals, previous } = metrics;
  if (totals.generated === 0 && totals.sent === 0) {
    const isWide = daysOf(period) >= 90;
    return (
      <EmptyState
        title={isWide ? words.empty : words.nothing}
        action={
          <Button emphasis="primary" onClick={() => (isWide ? void navigate("/") : choose("90"))}>
            {isWide ? words.emptyAction : words.wider}
          </Button>
        }
      >
        {isWide ? words.emptyDetail : words.nothingDetail}
      </EmptyState>
    );
  }
  return (
    <>
      <ul data-tour="rates" className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {TILES.map((name) => {
          const rate = totals.rates[name];
          return (
            rate !== undefined && <RateTile key={name} name={name} rate={rate} before={previous?.totals.rates[name]} />
          );
        })}
      </ul>
      <Trend
        metrics={metrics}
        measure={MEASURES.find((known) => known === parameters.get("medida")) ?? "sent"}
        onMeasure={(measure) => change({ medida: measure })}
      />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <Funnel totals={totals} />
        <WorkFigures totals={totals} />
      </div>
      <Breakdown
        period={period}
        grouping={GROUPINGS.find((known) => known === parameters.get("por")) ?? "role"}
        onGrouping={(grouping) => change({ por: grouping })}
      />
    </>
  );
}

interface TrendProps {
  metrics: Schemas["Metrics"];
  measure: Measure;
  onMeasure: (measure: Measure) => void;
}

function Trend({ metrics, measure, onMeasure }: TrendProps) {
  const words = useWords(ANALYTICS);
  const locale = useLocale();
  const drawing = useRef<HTMLDivElement>(null);
  const points = (groups: readonly Schemas["Group"][]) =>
    groups.map((group) => ({ day: group.key["day"] ?? "", value: group[measure] }));
  const { from, to, groups, totals, previous } = metrics;
  return (
    <section
      aria-labelledby="trend-title"
      className="flex min-w-0 flex-col gap-3 rounded-control border border-border bg-raised p-4"
    >
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="trend-title" className="mr-auto text-title font-semibold">
          {words.trend}
        </h2>
        <Choice
          label={words.measure}
          value={measure}
          onChange={onMeasure}
          options={MEASURES.map((value) => ({ value, label: words.measures[value] }))}
        />
        <Button
          icon={<Download size={16} />}
          onClick={() => saveFile(`dias-${from}-${to}.csv`, toCsv(figureRows(groups), locale))}
        >
          {words.export}
        </Button>
        <PictureButtons holder={drawing} name={`dias-${from}-${to}`} />
      </div>
      <div ref={drawing}>
        <TrendChart
          label={words.trendSummary(
            words.measures[measure],
            formatCount(totals[measure]),
            formatDate(from),
            formatDate(to),
          )}
          days={points(groups)}
          before={points(previous?.groups ?? [])}
        />
      </div>
    </section>
  );
}
