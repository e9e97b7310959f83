import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { useToast } from "../../design/toasts.tsx";
import { useSettled } from "../../design/use-settled.ts";
import { useWords } from "../../i18n/use-words.ts";
import { PreviewPanel } from "./preview-panel.tsx";
import { PromptEditor } from "./prompt-editor.tsx";
import { PROMPTS } from "./prompts-words.ts";
import { useMay } from "../../me/use-me.ts";
import { type Place, useActivatePrompt, usePreview, useProspects, useSavePrompt } from "./queries.ts";
import { SignalHints } from "./signal-hints.tsx";
import { VersionList } from "./version-list.tsx";
import { WordDifference } from "./word-difference.tsx";

interface Props {
  place: Place;
  versions: readonly Schemas["PromptView"][];
}

/** One prompt: its text at the left, what it becomes for somebody real at the right. */
export function PromptPanel({ place, versions }: Props) {
  const words = useWords(PROMPTS);
  const toast = useToast();
  const active = versions.find((version) => version.active) ?? versions[0];
  const [draft, setDraft] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [compared, setCompared] = useState<Schemas["PromptView"] | null>(null);
  const [chosenProspect, setChosenProspect] = useState("");
  const prospects = useProspects();
  const prospectId = chosenProspect || (prospects.data?.items[0]?.id ?? "");
  const text = draft ?? active?.text ?? "";
  const preview = usePreview(place, useSettled(text), prospectId);
  const mayEdit = useMay()("content:edit");
  const save = useSavePrompt();
  const activate = useActivatePrompt();
  const isChanged = draft !== null && draft !== active?.text;

  const keep = (andActivate: boolean) =>
    save.mutate(
      { place, text, note, activate: andActivate },
      {
        onSuccess: (version) => {
          setNote("");
          if (andActivate) setDraft(null);
          toast(andActivate ? words.activated(version.version) : words.saved(version.version));
        },
      },
    );
  const refusal = save.error instanceof Problem ? (save.error.at("/text") ?? save.error.message) : save.error?.message;
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4 rounded-control border border-border bg-raised p-4">
        {compared === null ? (
          <PromptEditor text={text} variables={preview.data?.variables ?? []} error={refusal} onChange={setDraft} />
        ) : (
          <>
            <h2 className="text-base font-semibold">{words.compared(compared.version)}</h2>
            <WordDifference before={compared.text} after={text} />
          </>
        )}
        {isChanged && mayEdit && (
          <Field label={words.note} hint={words.noteHint}>
            {(naming) => (
              <input
                {...naming}
                className={`${CONTROL} h-9`}
                maxLength={300}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {mayEdit && (
            <>
              <Button emphasis="primary" disabled={!isChanged} busy={save.isPending} onClick={() => keep(true)}>
                {words.saveAndActivate}
              </Button>
              <Button disabled={!isChanged} busy={save.isPending} onClick={() => keep(false)}>
                {words.save}
              </Button>
            </>
          )}
          {isChanged && (
            <Button emphasis="quiet" onClick={() => setDraft(null)}>
              {words.discard}
            </Button>
          )}
          <span role="status" className="text-table text-doubt">
            {isChanged && words.unsaved}
          </span>
        </div>
        <SignalHints place={place} />
        <VersionList
          versions={versions}
          compared={compared?.id ?? null}
          onCompare={setCompared}
          onRestore={(version) => {
            setDraft(version.text);
            setCompared(null);
          }}
          onActivate={
            mayEdit
              ? (version) => activate.mutate(version.id, { onSuccess: () => toast(words.activated(version.version)) })
              : undefined
          }
        />
      </div>
      <PreviewPanel
        prospectId={prospectId}
        preview={preview.data}
        error={preview.error}
        onProspect={setChosenProspect}
      />
    </div>
  );
}
