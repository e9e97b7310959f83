import { useState } from "react";

import { Problem } from "../../api/problem.ts";
import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { useToast } from "../../design/toasts.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useMe } from "../../me/use-me.ts";
import { useChangeSettings } from "../../settings/use-settings.ts";
import { FIRST_RUN } from "./first-run-words.ts";
import { Refusal } from "../../problems/refusal.tsx";

const SHOWN_AT_FIELDS = ["/proof_points/", "/sender/"];

interface Props {
  settings: Schemas["WorkspaceSettings"];
  onDone: () => void;
}

interface Answers {
  name: string;
  company: string;
  proofs: readonly string[];
}

/** Who writes, and three things that they can prove: what a message needs before the first one is written. */
export default function FirstRun({ settings, onDone }: Props) {
  const words = useWords(FIRST_RUN);
  const toast = useToast();
  const me = useMe().data;
  const save = useChangeSettings();
  const [isMissing, setIsMissing] = useState(false);
  const [answers, setAnswers] = useState<Answers>({
    name: settings.sender?.name ?? me?.name ?? "",
    company: settings.sender?.company ?? settings.name,
    proofs: ["", "", ""],
  });
  const change = (part: Partial<Answers>) => {
    setIsMissing(false);
    save.reset();
    setAnswers({ ...answers, ...part });
  };
  const submit = () => {
    const asked = asChange(answers, settings);
    if (asked.proof_points.length === 0) {
      setIsMissing(true);
      return;
    }
    save.mutate(asked, {
      onSuccess: () => {
        toast(words.done);
        onDone();
      },
    });
  };
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-display font-semibold">{words.title}</h1>
        <p className="max-w-[65ch] text-muted">{words.why}</p>
      </div>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <form
          className="flex flex-col gap-4 rounded-control border border-border bg-raised p-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Fields answers={answers} error={save.error} isMissing={isMissing} onChange={change} />
          <Refusal atFields={SHOWN_AT_FIELDS} error={save.error} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" emphasis="primary" busy={save.isPending}>
              {words.save}
            </Button>
            <Button emphasis="quiet" onClick={onDone}>
              {words.later}
            </Button>
          </div>
          <p className="text-small text-muted">{words.laterHint}</p>
        </form>
        <Sample proof={answers.proofs.find((proof) => proof.trim() !== "") ?? words.examples[0]} />
      </div>
    </div>
  );
}

/** What `PATCH /v1/settings` takes: blank proof points are left out, a sender without both names is none. */
function asChange({ name, company, proofs }: Answers, settings: Schemas["WorkspaceSettings"]) {
  const title = settings.sender?.title ?? null;
  const isSender = name.trim() !== "" && company.trim() !== "";
  return {
    proof_points: filled(proofs),
    ...(isSender ? { sender: { name: name.trim(), company: company.trim(), title } } : {}),
  };
}

function filled(proofs: readonly string[]): string[] {
  return proofs.map((proof) => proof.trim()).filter(Boolean);
}

interface FieldsProps {
  answers: Answers;
  error: Error | null;
  isMissing: boolean;
  onChange: (part: Partial<Answers>) => void;
}

function Fields({ answers, error, isMissing, onChange }: FieldsProps) {
  const words = useWords(FIRST_RUN);
  const at = (pointer: string) => (error instanceof Problem ? error.at(pointer) : undefined);
  const errorOf = (place: number) => {
    if (isMissing && place === 0) return words.missing;
    const sent = filled(answers.proofs.slice(0, place + 1)).length - 1;
    return answers.proofs[place]?.trim() === "" ? undefined : at(`/proof_points/${sent}`);
  };
  return (
    <>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {(["name", "company"] as const).map((part) => (
          <Field key={part} label={part === "name" ? words.signer : words.company} error={at(`/sender/${part}`)}>
            {(naming) => (
              <input
                {...naming}
                className={`${CONTROL} h-9 max-md:h-11`}
                value={answers[part]}
                onChange={(event) => onChange({ [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {answers.proofs.map((proof, place) => (
        <Field
          key={place}
          label={words.proof(place + 1)}
          hint={place === 0 ? words.proofHint : undefined}
          error={errorOf(place)}
        >
          {(naming) => (
            <textarea
              {...naming}
              className={`${CONTROL} field-sizing-content min-h-9 max-md:min-h-11`}
              placeholder={words.examples[place]}
              value={proof}
              onChange={(event) => onChange({ proofs: answers.proofs.with(place, event.target.value) })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

/** The proof point as it will stand in a message. */
function Sample({ proof }: { proof: string }) {
  const words = useWords(FIRST_RUN);
  return (
    <aside className="flex flex-col gap-2 rounded-control border border-border bg-raised p-4">
      <h2 className="text-table font-medium text-muted">{words.looksLike}</h2>
      <p className="text-message break-words">
        {words.before}
        <span className="underline decoration-proof decoration-2 underline-offset-4">
          {proof.charAt(0).toLocaleLowerCase() + proof.slice(1).replace(/\.$/, "")}
        </span>
        .
      </p>
      <p className="text-small text-muted">{words.legend}</p>
    </aside>
  );
}
