import type { Schemas } from "../../api/client.ts";
import { currentLocale } from "../../i18n/locale.ts";

export type Rate = Schemas["Rate"];

/** Below so many observations a rate says little (message-quality.md, "KPI definitions"). */
const ENOUGH = 30;

export function isEnough(rate: Rate): boolean {
  return rate.denominator >= ENOUGH;
}

export function formatCount(value: number): string {
  return new Intl.NumberFormat(currentLocale()).format(value);
}

export function formatShare(value: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: "percent", maximumFractionDigits: 1 }).format(value);
}

/** A difference of two shares in percentage points, with its sign. */
export function formatPoints(difference: number): string {
  const format = new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  return format.format(difference * 100);
}

/** Money in millionths; small amounts keep the digits that say something. */
export function formatMoney(micros: number | null, currency: string): string {
  if (micros === null) return "—";
  const digits = micros === 0 || micros >= 1_000_000 ? 2 : 4;
  return new Intl.NumberFormat(currentLocale(), { style: "currency", currency, maximumFractionDigits: digits }).format(
    micros / 1_000_000,
  );
}

/** A time as people say it: "3 h", "12 min". */
export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return "—";
  const [value, unit] =
    seconds >= 172_800
      ? ([seconds / 86_400, "day"] as const)
      : seconds >= 3600
        ? ([seconds / 3600, "hour"] as const)
        : seconds >= 60
          ? ([seconds / 60, "minute"] as const)
          : ([seconds, "second"] as const);
  return new Intl.NumberFormat(currentLocale(), { style: "unit", unit, maximumFractionDigits: 0 }).format(value);
}

/** A month ("2026-10") as "octubre de 2026". */
export function formatMonth(month: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** A day as "3 nov"; days are the workspace's, so no time zone may move them. */
export function formatDate(day: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
