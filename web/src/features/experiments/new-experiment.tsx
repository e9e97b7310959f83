import { useState } from "react";
import { Link, useNavigate } from "react-router";

import { Problem } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { FormatChoice, LanguageChoice } from "../../message/kind-choices.tsx";
import { useRoles } from "../../roles/use-roles.ts";
import { EXPERIMENTS } from "./experiments-words.ts";
import { type Place, useCreateExperiment, useVersions } from "./queries.ts";

const LINE = `${CONTROL} h-9 max-md:h-11`;
const FEWEST = 2;
const MINIMUM = 100;

/** Which versions of which prompt are tried against each other. */
export function NewExperiment({ onCancel }: { onCancel: () => void }) {
  const words = useWords(EXPERIMENTS);
  const common = useWords(COMMON);
  const navigate = useNavigate();
  const roles = useRoles();
  const create = useCreateExperiment();
  const [name, setName] = useState("");
  const [minimum, setMinimum] = useState(MINIMUM);
  const [chosenPlace, setPlace] = useState<Place>({ role: "", format: "linkedin_message", language: "es" });
  const place = { ...chosenPlace, role: chosenPlace.role || (roles.data?.items[0]?.key ?? "") };
  const [prompts, setPrompts] = useState<readonly string[]>([]);
  const errorAt = (pointer: string) => (create.error instanceof Problem ? create.error.at(pointer) : undefined);
  const choosePlace = (part: Partial<Place>) => {
    setPlace({ ...place, ...part });
    setPrompts([]);
  };
  const save = () =>
    create.mutate(
      {
        body: { name, minimum_sample: minimum, variants: prompts.map((prompt_id) => ({ prompt_id })) },
        key: crypto.randomUUID(),
      },
      { onSuccess: (made) => void navigate(`/analitica/experimentos/${made.id}`) },
    );
  return (
    <form
      className="mb-6 flex max-w-2xl flex-col gap-4 rounded-control border border-border bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={words.name} error={errorAt("/name")}>
        {(naming) => (
          <input
            {...naming}
            required
            className={LINE}
            placeholder={words.namePlaceholder}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <RoleSelect value={place.role} onChange={(role) => choosePlace({ role })} />
      <FormatChoice value={place.format} onChange={(format) => choosePlace({ format })} />
      <LanguageChoice value={place.language} onChange={(language) => choosePlace({ language })} />
      <Versions place={place} chosen={prompts} onChange={setPrompts} />
      <Field label={words.minimum} hint={words.minimumHint} error={errorAt("/minimum_sample")}>
        {(naming) => (
          <input
            {...naming}
            type="number"
            min={30}
            max={100_000}
            className={LINE}
            value={minimum}
            onChange={(event) => setMinimum(event.target.valueAsNumber || MINIMUM)}
          />
        )}
      </Field>
      {create.error !== null && <Notice tone="false">{errorAt("/variants") ?? create.error.message}</Notice>}
      <div className="flex gap-2">
        <Button type="submit" emphasis="primary" disabled={prompts.length < FEWEST} busy={create.isPending}>
          {words.save}
        </Button>
        <Button emphasis="quiet" onClick={onCancel}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}

function RoleSelect({ value, onChange }: { value: string; onChange: (role: string) => void }) {
  const words = useWords(EXPERIMENTS);
  const locale = useLocale();
  const roles = useRoles();
  return (
    <Field label={words.role}>
      {(naming) => (
        <select {...naming} className={LINE} value={value} onChange={(event) => onChange(event.target.value)}>
          {roles.data?.items.map((role) => (
            <option key={role.key} value={role.key}>
              {role.names[locale]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface VersionsProps {
  place: Place;
  chosen: readonly string[];
  onChange: (prompts: readonly string[]) => void;
}

function Versions({ place, chosen, onChange }: VersionsProps) {
  const words = useWords(EXPERIMENTS);
  const versions = useVersions(place).data?.items;
  if (versions === undefined) return null;
  if (versions.length < FEWEST) {
    return (
      <Notice
        tone="info"
        action={
          <Link to="/prompts" className="shrink-0 text-accent underline underline-offset-2">
            {words.toPrompts}
          </Link>
        }
      >
        {words.fewVersions}
      </Notice>
    );
  }
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-table font-medium">{words.versions}</legend>
      {versions.map((version) => (
        <label key={version.id} className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={chosen.includes(version.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, version.id] : chosen.filter((one) => one !== version.id))
            }
          />
          {words.version(version.version, version.active)}
          <span className="truncate text-table text-muted">{version.note ?? formatMoment(version.created_at)}</span>
        </label>
      ))}
      <p className="text-small text-muted">{words.versionsHint}</p>
    </fieldset>
  );
}
