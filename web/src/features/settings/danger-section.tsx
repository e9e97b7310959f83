import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { chooseWorkspace } from "../../api/workspace.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useMay, useWorkspace } from "../../me/use-me.ts";
import { useSaid } from "./field-form.tsx";
import { PauseField } from "./general-section.tsx";
import { deleteWorkspace, useListChange } from "./queries.ts";
import { Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";

/** What stops or ends things, fenced off. */
export function DangerSection({ settings }: { settings: Schemas["WorkspaceSettings"] }) {
  const words = useWords(SETTINGS);
  const may = useMay();
  return (
    <div className="flex flex-col gap-6 rounded-control border border-false p-4">
      <Section title={words.sections.danger}>
        <PauseField settings={settings} />
      </Section>
      {may("workspace:manage") && <DeleteForm name={settings.name} />}
    </div>
  );
}

function DeleteForm({ name }: { name: string }) {
  const words = useWords(SETTINGS);
  const queryClient = useQueryClient();
  const workspace = useWorkspace();
  const remove = useListChange("me", deleteWorkspace);
  const [typed, setTyped] = useState("");
  return (
    <form
      className="flex flex-col gap-2 border-t border-border pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (workspace === undefined) return;
        remove.mutate(workspace.id, {
          onSuccess: () => {
            chooseWorkspace(null);
            queryClient.clear();
            window.location.assign("/");
          },
        });
      }}
    >
      <Field label={words.deleteWorkspace(name)} hint={words.deleteWorkspaceHint} error={useSaid(remove.error)}>
        {(naming) => (
          <input
            {...naming}
            className={`${CONTROL} h-9 max-md:h-11`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        emphasis="danger"
        className="self-start"
        disabled={typed.trim() !== name}
        busy={remove.isPending}
      >
        {words.deleteWorkspaceVerb}
      </Button>
    </form>
  );
}
