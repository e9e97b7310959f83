import type { Schemas } from "../../api/client.ts";
import type { Locale } from "../../i18n/locale.ts";

type Cell = string | number | null;

const COUNTS = [
  "generated",
  "needs_review",
  "approved",
  "sent",
  "invited",
  "accepted",
  "replied",
  "positive",
  "meetings",
  "won",
  "bounced",
  "unsubscribed",
] as const satisfies readonly (keyof Schemas["Figures"])[];

const RATES = ["acceptance", "reply_linkedin", "reply_email", "positive", "meeting", "win", "review", "edit"];

/** A spreadsheet of the language: Spanish ones separate by semicolon and write decimals with a comma. */
export function toCsv(rows: readonly (readonly Cell[])[], locale: Locale): string {
  const separator = locale === "es" ? ";" : ",";
  const written = (cell: Cell) => {
    if (cell === null) return "";
    if (typeof cell === "number") return locale === "es" ? String(cell).replace(".", ",") : String(cell);
    // A cell that begins like a formula would be run by the spreadsheet that opens it (OWASP, "CSV Injection").
    const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[";,\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return "\uFEFF" + rows.map((row) => row.map(written).join(separator) + "\r\n").join("");
}

/** Every group with its counts, its rates and their intervals, under the API's own names. */
export function figureRows(groups: readonly Schemas["Group"][]): Cell[][] {
  const keys = Object.keys(groups[0]?.key ?? {});
  const heads = RATES.flatMap((name) => [`${name}_rate`, `${name}_low`, `${name}_high`, `${name}_denominator`]);
  return [
    [...keys, ...COUNTS, "cost_micros", "currency", ...heads],
    ...groups.map((group) => [
      ...keys.map((key) => group.key[key] ?? ""),
      ...COUNTS.map((name) => group[name]),
      group.cost_micros,
      group.currency,
      ...RATES.flatMap((name) => {
        const rate = group.rates[name];
        return [rate?.value ?? null, rate?.low ?? null, rate?.high ?? null, rate?.denominator ?? null];
      }),
    ]),
  ];
}
