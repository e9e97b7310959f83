import type { Schemas } from "../../api/client.ts";
import { Notice } from "../../design/notice.tsx";
import { useToast } from "../../design/toasts.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { useChangeSettings } from "../../settings/use-settings.ts";
import { useSaid } from "./field-form.tsx";
import { SETTINGS } from "./settings-words.ts";

/** The checks that only warn: each can be done without; those that block cannot, and are not here. */
export function CheckSwitches({ settings }: { settings: Schemas["WorkspaceSettings"] }) {
  const words = useWords(SETTINGS);
  const toast = useToast();
  const mayEdit = useMay()("settings:edit");
  const save = useChangeSettings();
  const error = useSaid(save.error);
  const off = settings.switched_off_checks;
  const change = (check: Schemas["AdvisoryCheck"], isOn: boolean) =>
    save.mutate(
      { switched_off_checks: isOn ? off.filter((one) => one !== check) : [...off, check] },
      { onSuccess: () => toast(words.saved(words.checks[check])) },
    );
  return (
    <fieldset className="flex flex-col gap-1" disabled={!mayEdit || save.isPending}>
      <legend className="pb-1 text-table font-medium">{words.checksTitle}</legend>
      {(Object.keys(words.checks) as Schemas["AdvisoryCheck"][]).map((check) => (
        <label key={check} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={!off.includes(check)}
            onChange={(event) => change(check, event.target.checked)}
          />
          {words.checks[check]}
        </label>
      ))}
      <p className="text-small text-muted">{words.checksHint}</p>
      {error !== undefined && <Notice tone="false">{error}</Notice>}
    </fieldset>
  );
}
