import { currentLocale } from "../../i18n/locale.ts";

/** A share with one decimal. */
export function formatShare(value: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: "percent", maximumFractionDigits: 1 }).format(value);
}

/** A probability as statisticians write it: 0,93. Never 1 or 0, which nothing is: beyond two digits it says "> 0,99". */
export function formatProbability(value: number): string {
  const format = new Intl.NumberFormat(currentLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (value > 0.99) return `> ${format.format(0.99)}`;
  if (value < 0.01) return `< ${format.format(0.01)}`;
  return format.format(value);
}

/** A difference of rates in percentage points. */
export function formatPoints(value: number): string {
  return new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 2 }).format(value * 100);
}
