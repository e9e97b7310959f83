import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { PROMPTS } from "./prompts-words.ts";
import { useDeleteRole, useSaveRole } from "./queries.ts";

type Role = Schemas["Role"];

const SHOWN_AT_FIELDS = [
  "/names",
  "/title_patterns",
  "/pains",
  "/value_proposition",
  "/proof_points",
  "/call_to_action",
  "/tone",
  "/key",
];

export const NEW_ROLE: Role = {
  key: "",
  names: { es: "", en: "" },
  title_patterns: [],
  pains: { es: [], en: [] },
  value_proposition: null,
  proof_points: [],
  tone: null,
  register: "usted",
  call_to_action: { es: "", en: "" },
};

interface Props {
  role: Role;
  isNew: boolean;
  onDone: (key: string | null) => void;
}

/** Everything that a role knows, in both languages. */
export function RoleEditor({ role, isNew, onDone }: Props) {
  const words = useWords(PROMPTS);
  const common = useWords(COMMON);
  const locale = useLocale();
  const toast = useToast();
  const [edited, setEdited] = useState(role);
  const [isSure, setIsSure] = useState(false);
  const mayEdit = useMay()("content:edit");
  const save = useSaveRole();
  const remove = useDeleteRole();
  const change = (part: Partial<Role>) => setEdited({ ...edited, ...part });
  const errorAt = (pointer: string) => (save.error instanceof Problem ? save.error.at(pointer) : undefined);
  const elsewhere = save.error instanceof Problem ? save.error.besides(SHOWN_AT_FIELDS) : save.error?.message;

  const both = (
    label: string,
    value: { es: string; en: string },
    pointer: string,
    onChange: (value: { es: string; en: string }) => void,
  ) => (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="pb-1 text-table font-semibold">{label}</legend>
      <Line
        label={words.spanish}
        value={value.es}
        error={errorAt(`${pointer}/es`)}
        onChange={(es) => onChange({ ...value, es })}
      />
      <Line
        label={words.english}
        value={value.en}
        error={errorAt(`${pointer}/en`)}
        onChange={(en) => onChange({ ...value, en })}
      />
    </fieldset>
  );
  return (
    <form
      className="flex flex-col gap-6 rounded-control border border-border bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(edited, {
          onSuccess: (saved) => {
            toast(words.roleSaved);
            onDone(saved.key);
          },
        });
      }}
    >
      {isNew && (
        <Line
          label={words.key}
          hint={words.keyHint}
          value={edited.key}
          error={errorAt("/key")}
          onChange={(key) => change({ key })}
        />
      )}
      {both(words.names, edited.names, "/names", (names) => change({ names }))}
      <Lines
        label={words.patterns}
        hint={words.patternsHint}
        lines={edited.title_patterns}
        error={errorAt("/title_patterns")}
        onChange={(title_patterns) => change({ title_patterns })}
      />
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="pb-1 text-table font-semibold">{words.pains}</legend>
        <Lines
          label={words.spanish}
          hint={words.painsHint}
          lines={edited.pains.es}
          error={errorAt("/pains/es")}
          onChange={(es) => change({ pains: { ...edited.pains, es } })}
        />
        <Lines
          label={words.english}
          hint={words.onePerLine}
          lines={edited.pains.en}
          error={errorAt("/pains/en")}
          onChange={(en) => change({ pains: { ...edited.pains, en } })}
        />
      </fieldset>
      {both(words.proposition, edited.value_proposition ?? { es: "", en: "" }, "/value_proposition", (value) =>
        change({ value_proposition: value.es === "" && value.en === "" ? null : value }),
      )}
      <p className="-mt-4 text-small text-muted">{words.propositionHint}</p>
      <Lines
        label={words.proofPoints}
        hint={words.proofHint}
        lines={edited.proof_points}
        error={errorAt("/proof_points")}
        onChange={(proof_points) => change({ proof_points })}
      />
      {both(words.callToAction, edited.call_to_action, "/call_to_action", (call_to_action) =>
        change({ call_to_action }),
      )}
      <p className="-mt-4 text-small text-muted">{words.callHint}</p>
      <div className="flex flex-wrap items-end gap-4">
        <div className="flex flex-col gap-1">
          <span className="text-table font-medium">{words.register}</span>
          <Choice
            label={words.register}
            value={edited.register}
            onChange={(register) => change({ register })}
            options={(["tu", "usted", "vos"] as const).map((value) => ({ value, label: common.registers[value] }))}
          />
        </div>
        <div className="min-w-52 flex-1">
          <Line
            label={words.tone}
            value={edited.tone ?? ""}
            error={errorAt("/tone")}
            onChange={(tone) => change({ tone: tone || null })}
          />
        </div>
      </div>
      {elsewhere !== undefined && <Notice tone="false">{elsewhere}</Notice>}
      {remove.error !== null && <Notice tone="false">{remove.error.message}</Notice>}
      <div className={mayEdit ? "flex flex-wrap items-center gap-2" : "hidden"}>
        <Button type="submit" emphasis="primary" busy={save.isPending} disabled={!mayEdit}>
          {common.save}
        </Button>
        <Button emphasis="quiet" onClick={() => onDone(null)}>
          {common.cancel}
        </Button>
        {!isNew && !isSure && (
          <Button emphasis="danger" className="ml-auto" onClick={() => setIsSure(true)}>
            {words.deleteRole}
          </Button>
        )}
      </div>
      {isSure && (
        <Notice
          tone="false"
          action={
            <Button
              emphasis="danger"
              busy={remove.isPending}
              onClick={() =>
                remove.mutate(role.key, {
                  onSuccess: () => {
                    toast(words.roleDeleted);
                    onDone(null);
                  },
                })
              }
            >
              {words.deleteRole}
            </Button>
          }
        >
          {words.deleteSure(role.names[locale])}
        </Notice>
      )}
    </form>
  );
}

interface LineProps {
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Line({ label, hint, value, error, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(naming) => (
        <input
          {...naming}
          className={`${CONTROL} h-9 max-md:h-11`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  lines: readonly string[];
  error: string | undefined;
  onChange: (lines: string[]) => void;
}

/** A list as people write one: an entry a line. Blank lines stay while somebody types and go with the request. */
function Lines({ label, hint, lines, error, onChange }: LinesProps) {
  const [text, setText] = useState(lines.join("\n"));
  return (
    <Field label={label} hint={hint} error={error}>
      {(naming) => (
        <textarea
          {...naming}
          className={`${CONTROL} field-sizing-content min-h-20`}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(
              event.target.value
                .split("\n")
                .map((line) => line.trim())
                .filter(Boolean),
            );
          }}
        />
      )}
    </Field>
  );
}
