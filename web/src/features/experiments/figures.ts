import { currentLocale } from "../../i18n/locale.ts";

/** A share with one decimal. */
export function formatShare(value: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: "percent", maximumFractionDigits: 1 }).format(value);
}

/** A probability as statisticians write it: 0,93. Never 1 or 0, which nothing is. */
export function formatProbability(value: number): string {
  const shown = Math.min(Math.max(value, 0.01), 0.99);
  return new Intl.NumberFormat(currentLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(shown);
}

/** A difference of rates in percentage points. */
export function formatPoints(value: number): string {
  return new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 2 }).format(value * 100);
}
