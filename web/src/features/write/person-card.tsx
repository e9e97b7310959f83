import type { ReactNode } from "react";

import { Choice } from "../../design/choice.tsx";
import { classes } from "../../design/class-names.ts";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { FIELD_NAMES, type FieldName, type Person } from "./person.ts";
import { WRITE } from "./write-words.ts";

interface Props {
  person: Person;
  /** What the server said of a field, by its JSON Pointer. */
  errorAt: (pointer: string) => string | undefined;
  onChange: (person: Person) => void;
}

interface CardProps extends Props {
  /** A file is held over the page. */
  isOver: boolean;
  /** What opens a file, for whoever may. */
  file: ReactNode;
}

const LONG: readonly FieldName[] = ["about", "posts"];

/** To whom: a profile as it was copied, or its fields. */
export function PersonCard({ person, errorAt, isOver, file, onChange }: CardProps) {
  const words = useWords(WRITE);
  return (
    <section
      aria-labelledby="person-title"
      className={classes(
        "flex flex-col gap-3 rounded-control border p-4",
        isOver ? "border-dashed border-accent bg-accent-soft" : "border-border bg-raised",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="person-title" className="text-title font-semibold">
          {words.person}
        </h2>
        <Choice
          label={words.person}
          value={person.mode}
          onChange={(mode) => onChange({ ...person, mode })}
          options={[
            { value: "text", label: words.asText },
            { value: "fields", label: words.asFields },
          ]}
        />
      </div>
      {person.mode === "text" ? (
        <Field
          label={words.paste}
          hint={words.personHint}
          error={errorAt("/prospect_text") ?? errorAt("/prospect/full_name")}
        >
          {(naming) => (
            <textarea
              {...naming}
              className={`${CONTROL} field-sizing-content max-h-72 min-h-40`}
              placeholder={words.pastePlaceholder}
              value={person.text}
              onChange={(event) => onChange({ ...person, text: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <FieldsOfPerson person={person} errorAt={errorAt} onChange={onChange} />
      )}
      {file !== false && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {file}
          <p className="min-w-0 flex-1 basis-56 text-small text-muted">{words.fileHint}</p>
        </div>
      )}
    </section>
  );
}

function FieldsOfPerson({ person, errorAt, onChange }: Props) {
  const words = useWords(WRITE);
  const change = (name: FieldName, value: string) =>
    onChange({ ...person, fields: { ...person.fields, [name]: value } });
  const isLinkOnly = person.fields.linkedin_url !== "" && person.fields.full_name === "";
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {isLinkOnly && (
        <div className="sm:col-span-2">
          <Notice tone="info">{words.linkOnly}</Notice>
        </div>
      )}
      {FIELD_NAMES.map((name) => (
        <div key={name} className={LONG.includes(name) ? "sm:col-span-2" : ""}>
          <Field
            label={words.fields[name]}
            hint={name === "posts" ? words.postsHint : undefined}
            error={errorAt(`/prospect/${name}`)}
          >
            {(naming) =>
              LONG.includes(name) ? (
                <textarea
                  {...naming}
                  className={`${CONTROL} field-sizing-content max-h-60 min-h-16`}
                  value={person.fields[name]}
                  onChange={(event) => change(name, event.target.value)}
                />
              ) : (
                <input
                  {...naming}
                  className={CONTROL}
                  value={person.fields[name]}
                  onChange={(event) => change(name, event.target.value)}
                />
              )
            }
          </Field>
        </div>
      ))}
    </div>
  );
}
