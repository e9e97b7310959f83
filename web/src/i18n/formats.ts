import { currentLocale } from "./locale.ts";

const DAY_MS = 86_400_000;

/** Formatters by language: to make one costs more than everything else of a table's row. */
const relative = new Map<string, Intl.RelativeTimeFormat>();
const days = new Map<string, Intl.DateTimeFormat>();

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const found = formats.get(key) ?? make();
  formats.set(key, found);
  return found;
}

/** Relative within a week ("hace 2 horas", "ayer"), absolute beyond. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  const moment = new Date(iso);
  const elapsed = moment.getTime() - now.getTime();
  if (Math.abs(elapsed) >= 7 * DAY_MS) return formatDay(moment, now);
  const locale = currentLocale();
  const format = kept(relative, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
  if (Math.abs(elapsed) >= DAY_MS) return format.format(Math.round(elapsed / DAY_MS), "day");
  if (Math.abs(elapsed) >= 3_600_000) return format.format(Math.round(elapsed / 3_600_000), "hour");
  return format.format(Math.round(elapsed / 60_000), "minute");
}

/** The day and the time, for what holds to the minute; as the clocks of `timeZone` show it, where one is given. */
export function formatMinute(iso: string, timeZone?: string): string {
  const shown = { dateStyle: "medium", timeStyle: "short", ...(timeZone !== undefined && { timeZone }) } as const;
  return new Intl.DateTimeFormat(currentLocale(), shown).format(new Date(iso));
}

/** The days of the week, Monday first: "lunes", "martes"… */
export function weekdayNames(): string[] {
  const format = new Intl.DateTimeFormat(currentLocale(), { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
}

/** A day without a time ("2026-11-30"), the same whatever the browser's time zone. */
export function formatDate(day: string): string {
  return formatDay(new Date(`${day}T12:00:00`), new Date());
}

function formatDay(moment: Date, now: Date): string {
  const locale = currentLocale();
  const year = moment.getFullYear() === now.getFullYear() ? undefined : "numeric";
  const make = () => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year });
  return kept(days, `${locale} ${year}`, make).format(moment);
}

/** Millionths of a currency as money; amounts below ten cents keep the digits that matter. */
export function formatMoney(micros: number, currency: string): string {
  const value = micros / 1_000_000;
  const maximumFractionDigits = value !== 0 && Math.abs(value) < 0.1 ? 4 : 2;
  return new Intl.NumberFormat(currentLocale(), { style: "currency", currency, maximumFractionDigits }).format(value);
}
