import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { answer, api } from "../../api/client.ts";
import { chooseWorkspace } from "../../api/workspace.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { endSession } from "./session.ts";
import { SESSION } from "./session-words.ts";

/** For somebody who is in no workspace yet: take up an invitation, or open a workspace of their own. */
export function NoWorkspace({ name }: { name: string }) {
  const words = useWords(SESSION);
  const queryClient = useQueryClient();
  const asNew = { onSuccess: () => queryClient.invalidateQueries({ queryKey: ["me"] }) };
  const accept = useMutation({
    mutationFn: (token: string) => answer(api.POST("/v1/invitations/accept", { body: { token } })),
    ...asNew,
  });
  const open = useMutation({
    mutationFn: async (title: string) => {
      const workspace = await answer(api.POST("/v1/workspaces", { body: { name: title } }));
      chooseWorkspace(workspace.id);
    },
    ...asNew,
  });
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <div className="flex w-full max-w-sm flex-col gap-6 rounded-control border border-border bg-raised p-6 shadow-raised">
        <div className="flex flex-col gap-2">
          <h1 className="text-title font-semibold">{words.noWorkspace(name)}</h1>
          <p className="text-muted">{words.noWorkspaceDetail}</p>
        </div>
        <OneField
          label={words.invitation}
          hint={words.invitationHint}
          verb={words.accept}
          error={accept.error?.message}
          busy={accept.isPending}
          onSubmit={(token) => accept.mutate(token)}
        />
        <OneField
          label={words.newWorkspace}
          hint={words.newWorkspaceHint}
          verb={words.openWorkspace}
          error={open.error?.message}
          busy={open.isPending}
          onSubmit={(title) => open.mutate(title)}
        />
        <Button emphasis="quiet" onClick={() => void endSession()}>
          {words.signOut}
        </Button>
      </div>
    </main>
  );
}

interface OneFieldProps {
  label: string;
  hint: string;
  verb: string;
  error: string | undefined;
  busy: boolean;
  onSubmit: (value: string) => void;
}

function OneField({ label, hint, verb, error, busy, onSubmit }: OneFieldProps) {
  const [value, setValue] = useState("");
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(value.trim());
      }}
    >
      <Field label={label} hint={hint} error={error}>
        {(naming) => (
          <input
            {...naming}
            required
            className={`${CONTROL} h-9 max-md:h-11`}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy} className="self-start">
        {verb}
      </Button>
    </form>
  );
}
