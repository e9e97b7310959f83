import { CONTROL } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { FieldForm } from "./field-form.tsx";
import { PRIVACY } from "./privacy-words.ts";

const LEAST = 30;
const MOST = 3650;

/** How long messages and people are kept. A shorter time says what it takes away before it is saved. */
export function RetentionField() {
  const words = useWords(PRIVACY);
  const settings = useSettings();
  if (settings.data === undefined) return null;
  const kept = settings.data.retention_days;
  return (
    <FieldForm
      label={words.retention}
      hint={words.retentionHint}
      value={String(kept)}
      change={(typed) => ({ retention_days: Number(typed) })}
    >
      {(naming, typed, set) => (
        <>
          <input
            {...naming}
            type="number"
            required
            min={LEAST}
            max={MOST}
            className={`${CONTROL} h-9 max-w-40 max-md:h-11`}
            value={typed}
            onChange={(event) => set(event.target.value)}
          />
          {Number(typed) >= LEAST && Number(typed) < kept && <Notice tone="doubt">{words.shorter(typed)}</Notice>}
        </>
      )}
    </FieldForm>
  );
}
