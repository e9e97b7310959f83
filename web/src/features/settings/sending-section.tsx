import type { Schemas } from "../../api/client.ts";
import { CONTROL } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { FieldForm } from "./field-form.tsx";
import { Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";

type Settings = Schemas["WorkspaceSettings"];

const FORMATS = ["linkedin_note", "linkedin_message", "linkedin_inmail", "email"] as const;

interface NumberProps {
  label: string;
  hint: string;
  value: number | null;
  least: number;
  most: number;
  /** Null is no limit, or never; a field that has no such meaning keeps its value when it is emptied. */
  change: (value: number | null) => Schemas["SettingsChange"];
}

function NumberField({ label, hint, value, least, most, change }: NumberProps) {
  return (
    <FieldForm
      label={label}
      hint={hint}
      value={value === null ? "" : String(value)}
      change={(typed) => change(typed.trim() === "" ? null : Number(typed))}
    >
      {(naming, typed, set) => (
        <input
          {...naming}
          type="number"
          min={least}
          max={most}
          className={`${CONTROL} h-9 max-w-40 max-md:h-11`}
          value={typed}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FieldForm>
  );
}

/** What LinkedIn lets each person send, and when somebody is written to again. */
export function SendingSection({ settings }: { settings: Settings }) {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const { allowances, follow_ups } = settings;
  return (
    <Section title={words.sections.sending} detail={words.sendingDetail}>
      <NumberField
        label={words.invitationLimit}
        hint={words.invitationLimitHint}
        value={allowances.invitations_in_7_days}
        least={1}
        most={1000}
        change={(value) => ({
          allowances: { ...allowances, invitations_in_7_days: value ?? allowances.invitations_in_7_days },
        })}
      />
      <NumberField
        label={words.notes}
        hint={words.notesHint}
        value={allowances.notes_a_month}
        least={0}
        most={10_000}
        change={(notes_a_month) => ({ allowances: { ...allowances, notes_a_month } })}
      />
      {FORMATS.map((format) => (
        <NumberField
          key={format}
          label={words.followUpAfter(common.formats[format])}
          hint={words.followUpAfterHint}
          value={follow_ups.after_days[format]}
          least={1}
          most={45}
          change={(days) => ({
            follow_ups: { ...follow_ups, after_days: { ...follow_ups.after_days, [format]: days } },
          })}
        />
      ))}
      <NumberField
        label={words.followUpsAtMost}
        hint={words.followUpsAtMostHint}
        value={follow_ups.at_most}
        least={0}
        most={5}
        change={(at_most) => ({ follow_ups: { ...follow_ups, at_most: at_most ?? follow_ups.at_most } })}
      />
    </Section>
  );
}
