import { type ReactNode } from "react";

import { Choice } from "../../design/choice.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { weekdayNames } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { SCHEDULES } from "./schedules-words.ts";
import { RHYTHMS, type Rhythm, type When } from "./when.ts";

const LINE = `${CONTROL} h-9 max-md:h-11`;
const LAST_DAY = 31;

interface Props {
  when: When;
  /** The schedule's own; the workspace's where it has none yet. */
  timeZone: string | undefined;
  error: string | undefined;
  onChange: (when: When) => void;
}

/** When a schedule fires, in words; as cron fields for what words do not reach. */
export function WhenFields({ when, timeZone, error, onChange }: Props) {
  const words = useWords(SCHEDULES);
  const own = useSettings().data?.time_zone;
  const zone = timeZone ?? own;
  const change = (part: Partial<When>) => onChange({ ...when, ...part });
  const hint = zone === undefined ? undefined : words.timeZone(zone);
  return (
    <>
      <Choice<Rhythm>
        label={words.when}
        value={when.rhythm}
        onChange={(rhythm) => change({ rhythm })}
        options={RHYTHMS.map((value) => ({ value, label: words.rhythms[value] }))}
      />
      <div className="flex flex-wrap gap-4">
        {when.rhythm === "weekly" && <Weekday value={when.weekday} onChange={(weekday) => change({ weekday })} />}
        {when.rhythm === "monthly" && <Day value={when.day} onChange={(day) => change({ day })} />}
        {when.rhythm !== "cron" && (
          <Field label={words.time} hint={hint} error={error}>
            {(naming) => (
              <input
                {...naming}
                type="time"
                required
                className={LINE}
                value={when.time}
                onChange={(event) => change({ time: event.target.value })}
              />
            )}
          </Field>
        )}
        {when.rhythm === "cron" && (
          <Field label={words.cron} hint={[words.cronHint, hint].filter(Boolean).join(". ")} error={error}>
            {(naming) => (
              <input
                {...naming}
                required
                maxLength={200}
                spellCheck={false}
                className={LINE}
                value={when.cron}
                onChange={(event) => change({ cron: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
    </>
  );
}

function Weekday({ value, onChange }: { value: number; onChange: (weekday: number) => void }): ReactNode {
  const words = useWords(SCHEDULES);
  return (
    <Field label={words.weekday}>
      {(naming) => (
        <select {...naming} className={LINE} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {weekdayNames().map((name, place) => (
            <option key={name} value={place + 1}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Day({ value, onChange }: { value: number; onChange: (day: number) => void }): ReactNode {
  const words = useWords(SCHEDULES);
  return (
    <Field label={words.day} hint={words.dayHint}>
      {(naming) => (
        <input
          {...naming}
          type="number"
          required
          min={1}
          max={LAST_DAY}
          className={LINE}
          value={value}
          onChange={(event) => onChange(event.target.valueAsNumber || 1)}
        />
      )}
    </Field>
  );
}
