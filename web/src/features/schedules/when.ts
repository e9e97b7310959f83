/** How often a schedule fires, as people say it; "cron" is whatever else five cron fields can say. */
export const RHYTHMS = ["workdays", "daily", "weekly", "monthly", "cron"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** When a schedule fires. `weekday` counts from Monday, 1 to 7; `day` is that of the month; `cron` is for the rest. */
export interface When {
  rhythm: Rhythm;
  /** HH:MM. */
  time: string;
  weekday: number;
  day: number;
  cron: string;
}

const SUNDAY = 7;
const START: When = { rhythm: "workdays", time: "08:00", weekday: 1, day: 1, cron: "" };
/** Minute and hour as numbers, then day, month and weekday; of these at most one says something. */
const COMMON_CRON = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|1-5|[0-7])$/;

/** The five cron fields that say the same. */
export function cronOf({ rhythm, time, weekday, day, cron }: When): string {
  if (rhythm === "cron") return cron.trim();
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const days = {
    daily: "* * *",
    workdays: "* * 1-5",
    weekly: `* * ${weekday % SUNDAY}`,
    monthly: `${day} * *`,
  };
  return `${minute} ${hour} ${days[rhythm]}`;
}

/** What the five fields mean to people; without any, what is offered first. */
export function whenOf(cron: string | undefined): When {
  if (cron === undefined) return START;
  const asWritten: When = { ...START, rhythm: "cron", cron };
  const found = COMMON_CRON.exec(cron.trim());
  if (found === null) return asWritten;
  const [, minute = "", hour = "", day = "", weekday = ""] = found;
  if (day !== "*" && weekday !== "*") return asWritten;
  const at = { ...START, time: `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`, cron };
  if (day !== "*") return { ...at, rhythm: "monthly", day: Number(day) };
  if (weekday === "*") return { ...at, rhythm: "daily" };
  if (weekday === "1-5") return { ...at, rhythm: "workdays" };
  return { ...at, rhythm: "weekly", weekday: Number(weekday) || SUNDAY };
}
