import { Download, Hourglass } from "lucide-react";
import { useSearchParams } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { classes } from "../../design/class-names.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { CONTROL } from "../../design/field.tsx";
import { saveFile } from "../../design/save-file.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";
import { useRoleName } from "../../roles/use-roles.ts";
import { ANALYTICS, STEPS } from "./analytics-words.ts";
import { figureRows, toCsv } from "./csv.ts";
import { formatCount, formatMoney, formatMonth, formatPoints, formatShare } from "./figures.ts";
import { MONTHS } from "./months-words.ts";
import { PartScreen } from "./part-screen.tsx";
import { useSummaries } from "./queries.ts";

type Summary = Schemas["SummaryView"];

/** What each month brought, by role, beside the month before. */
export default function MonthsScreen() {
  const words = useWords(MONTHS);
  const common = useWords(COMMON);
  const [parameters, setParameters] = useSearchParams();
  const found = useSummaries();
  const summaries = found.data?.items ?? [];
  const shown = summaries.find((summary) => summary.month === parameters.get("mes")) ?? summaries[0];
  return (
    <PartScreen words={words}>
      {found.isError && <NotLoaded error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found.isSuccess && shown === undefined && <EmptyState title={words.empty}>{words.emptyDetail}</EmptyState>}
      {shown !== undefined && (
        <>
          <label className="flex items-center gap-2 text-table text-muted">
            {words.month}
            <select
              className={`${CONTROL} h-9 max-w-52 max-md:h-11`}
              value={shown.month}
              onChange={(event) => setParameters({ mes: event.target.value }, { replace: true })}
            >
              {summaries.map(({ month }) => (
                <option key={month} value={month}>
                  {formatMonth(month)}
                </option>
              ))}
            </select>
          </label>
          <Month summary={shown} />
        </>
      )}
    </PartScreen>
  );
}

function Month({ summary }: { summary: Summary }) {
  const words = useWords(MONTHS);
  const { steps } = useWords(ANALYTICS);
  const { totals, previous_totals: before } = summary;
  return (
    <>
      {!summary.is_final && (
        <p className="flex items-center gap-2 text-table text-doubt">
          <Hourglass size={14} aria-hidden="true" className="shrink-0" />
          {words.isOpen}
        </p>
      )}
      <Table label={formatMonth(summary.month)} heads={[words.figure, words.thisMonth, words.before, words.change]}>
        {STEPS.map((name) => (
          <Line
            key={name}
            name={steps[name]}
            cells={[formatCount(totals[name]), formatCount(before[name]), formatChange(totals[name] - before[name])]}
          />
        ))}
        <RateLine name={words.positiveRate} rate={totals.rates["positive"]} before={before.rates["positive"]} />
        <Line
          name={words.cost}
          cells={[
            formatMoney(totals.cost_micros, totals.currency),
            formatMoney(before.cost_micros, before.currency),
            "",
          ]}
        />
      </Table>
      <ByRole summary={summary} />
    </>
  );
}

function formatChange(change: number): string {
  return change > 0 ? `+${formatCount(change)}` : formatCount(change);
}

function RateLine({ name, rate, before }: { name: string; rate?: Schemas["Rate"]; before?: Schemas["Rate"] }) {
  const words = useWords(MONTHS);
  const said = (one?: Schemas["Rate"]) =>
    one === undefined || one.value === null
      ? "—"
      : `${formatShare(one.value)} (${formatCount(one.numerator)} / ${formatCount(one.denominator)})`;
  const change =
    rate?.value == null || before?.value == null ? "—" : words.changeInPoints(formatPoints(rate.value - before.value));
  return <Line name={name} cells={[said(rate), said(before), change]} />;
}

function ByRole({ summary }: { summary: Summary }) {
  const words = useWords(MONTHS);
  const { steps } = useWords(ANALYTICS);
  const locale = useLocale();
  const nameOf = useRoleName();
  const groups = summary.groups.toSorted((one, other) => other.sent - one.sent);
  const before = new Map(summary.previous_groups.map((group) => [group.key["role"], group]));
  return (
    <section aria-labelledby="roles-title" className="flex min-w-0 flex-col gap-3 pt-2">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="roles-title" className="mr-auto text-title font-semibold">
          {words.byRole}
        </h2>
        <Button
          icon={<Download size={16} />}
          disabled={groups.length === 0}
          onClick={() => saveFile(`${summary.month}.csv`, toCsv(figureRows(groups), locale))}
        >
          {words.export}
        </Button>
      </div>
      <Table
        label={words.byRole}
        heads={[words.role, steps.sent, steps.replied, steps.meetings, words.positiveRate, words.before]}
      >
        {groups.map((group) => {
          const role = group.key["role"] ?? "";
          return (
            <Line
              key={role}
              name={nameOf(role)}
              cells={[
                formatCount(group.sent),
                formatCount(group.replied),
                formatCount(group.meetings),
                shareOf(group),
                shareOf(before.get(role)),
              ]}
            />
          );
        })}
      </Table>
    </section>
  );
}

function shareOf(figures: Schemas["Group"] | undefined): string {
  const rate = figures?.rates["positive"];
  return rate === undefined || rate.value === null
    ? "—"
    : `${formatShare(rate.value)} (${formatCount(rate.numerator)} / ${formatCount(rate.denominator)})`;
}

interface TableProps {
  label: string;
  heads: readonly string[];
  children: React.ReactNode;
}

function Table({ label, heads, children }: TableProps) {
  return (
    <div className="overflow-x-auto rounded-control border border-border bg-raised" tabIndex={0}>
      <table className="w-full text-table" aria-label={label}>
        <thead>
          <tr className="text-muted">
            {heads.map((head, place) => (
              <th
                key={head}
                scope="col"
                className={classes("px-3 py-2 font-medium whitespace-nowrap", place === 0 ? "text-left" : "text-right")}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Line({ name, cells }: { name: string; cells: readonly string[] }) {
  return (
    <tr className="h-10 border-t border-border">
      <th scope="row" className="px-3 text-left font-medium whitespace-nowrap">
        {name}
      </th>
      {cells.map((cell, place) => (
        <td key={place} className="px-3 text-right whitespace-nowrap figures">
          {cell}
        </td>
      ))}
    </tr>
  );
}
