import { Download } from "lucide-react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { classes } from "../../design/class-names.ts";
import { saveFile } from "../../design/save-file.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { ANALYTICS, type Tile } from "./analytics-words.ts";
import { figureRows, toCsv } from "./csv.ts";
import { formatCount, formatMoney, formatShare, isEnough } from "./figures.ts";
import type { Period } from "./period.ts";
import { type Grouping, GROUPINGS, nameOf, useGroups, useSparks } from "./queries.ts";
import { Sparkline } from "./sparkline.tsx";
import { Refusal } from "../../problems/refusal.tsx";

const COLUMNS: readonly Tile[] = ["acceptance", "reply_linkedin", "reply_email", "positive", "meeting"];

interface Props {
  period: Period;
  grouping: Grouping;
  onGrouping: (grouping: Grouping) => void;
}

/** The same figures by role, by format or by both. */
export function Breakdown({ period, grouping, onGrouping }: Props) {
  const words = useWords(ANALYTICS);
  const locale = useLocale();
  const found = useGroups(period, grouping, false);
  const sparks = useSparks(period, grouping);
  const groups = (found.data?.groups ?? []).toSorted((one, other) => other.sent - one.sent);
  const keys = Object.keys(groups[0]?.key ?? {});
  return (
    <section aria-labelledby="groups-title" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="groups-title" className="mr-auto text-title font-semibold">
          {words.groups}
        </h2>
        <Choice
          label={words.grouping}
          value={grouping}
          onChange={onGrouping}
          options={GROUPINGS.map((value) => ({ value, label: words.groupings[value] }))}
        />
        <Button
          icon={<Download size={16} />}
          disabled={groups.length === 0}
          onClick={() =>
            saveFile(`${grouping.replace(",", "-")}-${period.from}-${period.to}.csv`, toCsv(figureRows(groups), locale))
          }
        >
          {words.export}
        </Button>
      </div>
      <Refusal error={found.error} />
      <div className="overflow-x-auto rounded-control border border-border bg-raised" tabIndex={0}>
        <table className="w-full text-table">
          <thead>
            <tr className="text-left text-muted">
              {keys.map((key) => (
                <Head key={key}>{key === "role" ? words.role : key === "format" ? words.format : words.language}</Head>
              ))}
              <Head isFigure>{words.sent}</Head>
              <Head>{words.sentOverTime}</Head>
              {COLUMNS.map((name) => (
                <Head key={name} isFigure>
                  {words.tiles[name]}
                </Head>
              ))}
              <Head isFigure>{words.cost}</Head>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <GroupRow key={nameOf(group)} group={group} keys={keys} points={sparks.get(nameOf(group)) ?? []} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Head({ children, isFigure = false }: { children: string; isFigure?: boolean }) {
  return (
    <th scope="col" className={classes("px-3 py-2 font-medium whitespace-nowrap", isFigure && "text-right")}>
      {children}
    </th>
  );
}

interface RowProps {
  group: Schemas["Group"];
  keys: readonly string[];
  points: readonly number[];
}

function GroupRow({ group, keys, points }: RowProps) {
  const words = useWords(ANALYTICS);
  const common = useWords(COMMON);
  const roleName = useRoleName();
  const said = (key: string, value: string) => {
    if (key === "role") return roleName(value);
    if (key === "format") return common.formats[value as Schemas["Format"]];
    return common.languages[value as Schemas["Language"]];
  };
  return (
    <tr className="h-10 border-t border-border">
      {keys.map((key, place) => {
        const text = said(key, group.key[key] ?? "");
        const look = "px-3 text-left font-normal whitespace-nowrap";
        return place === 0 ? (
          <th key={key} scope="row" className={classes(look, "font-medium")}>
            {text}
          </th>
        ) : (
          <td key={key} className={look}>
            {text}
          </td>
        );
      })}
      <td className="px-3 text-right">{formatCount(group.sent)}</td>
      <td className="px-3">
        <Sparkline points={points} label={words.sentOverTime} />
      </td>
      {COLUMNS.map((name) => {
        const rate = group.rates[name];
        if (rate === undefined || rate.value === null) {
          return (
            <td key={name} className="px-3 text-right text-muted">
              —
            </td>
          );
        }
        return (
          <td
            key={name}
            className={classes("px-3 text-right whitespace-nowrap", !isEnough(rate) && "text-muted")}
            title={[
              words.of[name](formatCount(rate.numerator), formatCount(rate.denominator)),
              !isEnough(rate) && words.few,
              !rate.mature && words.immature,
            ]
              .filter(Boolean)
              .join(" · ")}
          >
            {formatShare(rate.value)}
            <span className="pl-1 text-small text-muted">/ {formatCount(rate.denominator)}</span>
          </td>
        );
      })}
      <td className="px-3 text-right whitespace-nowrap">{formatMoney(group.cost_micros, group.currency)}</td>
    </tr>
  );
}
