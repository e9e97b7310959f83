import { weekdayNames } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { SCHEDULES } from "./schedules-words.ts";
import { whenOf } from "./when.ts";

/** Says in words when five cron fields fire; the fields themselves where there are no such words. */
export function useToldWhen(): (cron: string) => string {
  const { told } = useWords(SCHEDULES);
  return (cron) => {
    const { rhythm, time, weekday, day } = whenOf(cron);
    if (rhythm === "cron") return told.cron(cron);
    if (rhythm === "weekly") return told.weekly(weekdayNames()[weekday - 1] ?? "", time);
    if (rhythm === "monthly") return told.monthly(day, time);
    return told[rhythm](time);
  };
}
