import { ArrowLeft } from "lucide-react";
import { useRef } from "react";
import { Link, useParams } from "react-router";

import { PictureButtons } from "../../design/picture-buttons.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatDate, formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { BeliefChart } from "./belief-chart.tsx";
import { ExperimentMoves } from "./experiment-moves.tsx";
import { EXPERIMENTS } from "./experiments-words.ts";
import { formatPoints, formatProbability, formatShare } from "./figures.ts";
import { type Report, useExperiment } from "./queries.ts";
import { StateBadge } from "./state-badge.tsx";
import { Refusal } from "../../problems/refusal.tsx";

type Results = NonNullable<Report["results"]>;

/** One experiment: one sentence that says how it stands, what is believed of each version, and the decision. */
export default function ExperimentScreen() {
  const common = useWords(COMMON);
  const words = useWords(EXPERIMENTS);
  const { id = "" } = useParams();
  const found = useExperiment(id);
  return (
    <div className="flex flex-col gap-6">
      <Link to="/analitica/experimentos" className="flex items-center gap-1 text-table text-muted hover:text-text">
        <ArrowLeft size={14} aria-hidden="true" />
        {words.all}
      </Link>
      <Refusal error={found.error} />
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found.isSuccess && <Experiment report={found.data} />}
    </div>
  );
}

function Experiment({ report }: { report: Report }) {
  const words = useWords(EXPERIMENTS);
  const common = useWords(COMMON);
  const nameOf = useRoleName();
  const { results, decision } = report;
  return (
    <>
      <div className="-mt-5 flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-display font-semibold">{report.name}</h1>
          <StateBadge state={report.state} />
        </div>
        <p className="text-muted">
          {words.place(nameOf(report.role), common.formats[report.format], common.languages[report.language])}
        </p>
      </div>
      {results === null ? (
        <p>{words.draftDetail}</p>
      ) : (
        <p role="status" className="max-w-[65ch] text-title font-semibold text-balance">
          {decision === null
            ? verdictOf(report, results, words)
            : words.decision(decision.variant, formatMoment(decision.at))}
        </p>
      )}
      <ExperimentMoves report={report} />
      {results !== null && <Evidence results={results} name={report.name} />}
    </>
  );
}

function verdictOf(report: Report, results: Results, words: (typeof EXPERIMENTS)["es"]): string {
  const best = results.variants.reduce((one, other) => (other.probability_best > one.probability_best ? other : one));
  const probability = formatProbability(best.probability_best);
  if (results.verdict === "winner") return words.verdicts.winner(results.winner ?? best.name, probability);
  if (results.verdict === "undecided") return words.verdicts.undecided(best.name, probability);
  const missing = results.variants.reduce(
    (sum, variant) => sum + Math.max(0, report.minimum_sample - variant.delivered),
    0,
  );
  return words.verdicts.collecting(best.name, probability, missing);
}

function Evidence({ results, name }: { results: Results; name: string }) {
  const words = useWords(EXPERIMENTS);
  const drawing = useRef<HTMLDivElement>(null);
  return (
    <>
      <section
        aria-labelledby="belief-title"
        className="flex min-w-0 flex-col gap-3 rounded-control border border-border bg-raised p-4"
      >
        <div className="flex flex-wrap items-center gap-2">
          <h2 id="belief-title" className="mr-auto text-title font-semibold">
            {words.belief}
          </h2>
          <PictureButtons holder={drawing} name={name} />
        </div>
        <BeliefChart variants={results.variants} holder={drawing} />
        <p className="text-table text-muted">{words.beliefDetail}</p>
      </section>
      <ResultTable results={results} />
    </>
  );
}

function ResultTable({ results }: { results: Results }) {
  const words = useWords(EXPERIMENTS);
  const { columns } = words;
  return (
    <div className="flex flex-col gap-2">
      <div
        className="overflow-x-auto rounded-control border border-border bg-raised"
        tabIndex={0}
        role="region"
        aria-label={words.table}
      >
        <table className="w-full text-table">
          <thead>
            <tr className="border-b border-border text-left text-muted [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th:not(:first-child)]:text-right">
              <th scope="col">{columns.variant}</th>
              <th scope="col">{columns.delivered}</th>
              <th scope="col">{columns.positive}</th>
              <th scope="col">{columns.rate}</th>
              <th scope="col">{columns.best}</th>
              <th scope="col" title={words.lossDetail}>
                {columns.loss}
              </th>
              <th scope="col" title={words.waitingDetail}>
                {columns.waiting}
              </th>
            </tr>
          </thead>
          <tbody>
            {results.variants.map((variant) => (
              <tr
                key={variant.name}
                className="border-b border-border last:border-0 [&>*]:px-3 [&>*]:py-2 [&>td]:text-right [&>td]:whitespace-nowrap"
              >
                <th scope="row" className="text-left font-medium">
                  {variant.name}
                </th>
                <td>{variant.delivered}</td>
                <td>{variant.positive}</td>
                <td>
                  {variant.rate.value === null ? "—" : formatShare(variant.rate.value)}
                  {variant.rate.low !== null && variant.rate.high !== null && (
                    <span className="text-muted">
                      {" "}
                      ({formatShare(variant.rate.low)} – {formatShare(variant.rate.high)})
                    </span>
                  )}
                </td>
                <td>{formatProbability(variant.probability_best)}</td>
                <td>{words.points(formatPoints(variant.expected_loss))}</td>
                <td>{variant.waiting}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-small text-muted">
        {words.asOf(formatDate(results.as_of))} · {columns.loss}: {words.lossDetail.toLocaleLowerCase()} ·{" "}
        {columns.waiting}: {words.waitingDetail.toLocaleLowerCase()}
      </p>
    </div>
  );
}
