import type { Schemas } from "../../api/client.ts";
import { CONTROL } from "../../design/field.tsx";
import { FieldForm } from "./field-form.tsx";

interface Props {
  label: string;
  hint: string;
  lines: readonly string[];
  change: (lines: string[]) => Schemas["SettingsChange"];
}

/** A list as people write one: an entry a line; blank lines are left out when it is saved. */
export function LinesField({ label, hint, lines, change }: Props) {
  const entries = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return (
    <FieldForm label={label} hint={hint} value={lines.join("\n")} change={(text) => change(entries(text))}>
      {(naming, value, set) => (
        <textarea
          {...naming}
          className={`${CONTROL} field-sizing-content min-h-20`}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FieldForm>
  );
}
