import { Choice } from "../../design/choice.tsx";
import { CONTROL } from "../../design/field.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { ANALYTICS } from "./analytics-words.ts";
import type { Length, Period } from "./period.ts";

interface Props {
  length: Length;
  period: Period;
  compares: boolean;
  onLength: (length: Length) => void;
  onPeriod: (period: Period) => void;
  onCompare: (compares: boolean) => void;
}

/** Which days are shown, and whether beside those before. */
export function PeriodBar({ length, period, compares, onLength, onPeriod, onCompare }: Props) {
  const words = useWords(ANALYTICS);
  const day = (name: keyof Period, label: string) => (
    <label className="flex items-center gap-2 text-table text-muted">
      {label}
      <input
        type="date"
        required
        className={`${CONTROL} h-9 w-40 max-md:h-11`}
        value={period[name]}
        onChange={(event) => event.target.value !== "" && onPeriod({ ...period, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Choice
        label={words.period}
        value={length}
        onChange={onLength}
        options={(["7", "30", "90", "own"] as const).map((value) => ({ value, label: words.lengths[value] }))}
      />
      {length === "own" && (
        <>
          {day("from", words.from)}
          {day("to", words.to)}
        </>
      )}
      <label className="flex min-h-9 items-center gap-2 text-table">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={compares}
          onChange={(event) => onCompare(event.target.checked)}
        />
        {words.compare}
      </label>
    </div>
  );
}
