import { type ReactNode, useState } from "react";

import { OfflineError, Problem } from "../../api/problem.ts";
import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { Field } from "../../design/field.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { useChangeSettings } from "../../settings/use-settings.ts";
import { SETTINGS } from "./settings-words.ts";

interface Naming {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  disabled: boolean;
}

interface Props<Value> {
  label: string;
  hint?: string;
  value: Value;
  /** What the field changes, as `PATCH /v1/settings` takes it. */
  change: (value: Value) => Schemas["SettingsChange"];
  children: (naming: Naming, value: Value, set: (value: Value) => void) => ReactNode;
}

/** One field that is saved by itself: its buttons appear when it differs, its error stands below it. */
export function FieldForm<Value>({ label, hint, value, change, children }: Props<Value>) {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const toast = useToast();
  const mayEdit = useMay()("settings:edit");
  const save = useChangeSettings();
  const [draft, setDraft] = useState<{ value: Value } | null>(null);
  const isChanged = draft !== null && JSON.stringify(draft.value) !== JSON.stringify(value);
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft === null) return;
        save.mutate(change(draft.value), {
          onSuccess: () => {
            setDraft(null);
            toast(words.saved(label));
          },
        });
      }}
    >
      <Field label={label} hint={hint} error={useSaid(save.error)}>
        {(naming) =>
          children({ ...naming, disabled: !mayEdit }, draft === null ? value : draft.value, (next) => {
            save.reset();
            setDraft({ value: next });
          })
        }
      </Field>
      {isChanged && (
        <div className="flex gap-2">
          <Button type="submit" emphasis="primary" busy={save.isPending}>
            {common.save}
          </Button>
          <Button
            emphasis="quiet"
            onClick={() => {
              save.reset();
              setDraft(null);
            }}
          >
            {common.cancel}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What went wrong, in the words of a field. */
export function useSaid(error: Error | null): string | undefined {
  const common = useWords(COMMON);
  if (error === null) return undefined;
  if (error instanceof OfflineError) return `${common.offline}. ${common.offlineDetail}`;
  if (error instanceof Problem) return error.fields[0]?.detail ?? error.message;
  return error.message;
}
