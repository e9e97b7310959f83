import { Download } from "lucide-react";
import { useState } from "react";

import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";
import { Refusal } from "../../problems/refusal.tsx";
import { type Person, usePerson, useTakePerson } from "./privacy-queries.ts";
import { PRIVACY } from "./privacy-words.ts";

interface Props {
  id: string;
  busy: boolean;
  error: Error | null;
  /** Another record that may be of the same person. */
  onChoose: (id: string) => void;
  onErase: (wanted: { person: Person; suppress: boolean }) => void;
}

/** What there is of one person, and so what an erasure takes away. */
export function PersonCard({ id, busy, error, onChoose, onErase }: Props) {
  const words = useWords(PRIVACY);
  const common = useWords(COMMON);
  const may = useMay();
  const found = usePerson(id);
  const take = useTakePerson(words.file);
  if (found.isError) return <NotLoaded error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <p className="text-muted">{common.loading}</p>;
  const { prospect, messages, outcomes, suppressions, perhaps_same } = found.data;
  const sent = messages.filter((message) => message.status === "sent").length;
  return (
    <section
      aria-label={nameOf(found.data, words.nameless)}
      className="flex flex-col gap-3 rounded-control border border-border bg-raised p-4"
    >
      <div>
        <h3 className="text-message font-semibold break-words">{nameOf(found.data, words.nameless)}</h3>
        <p className="text-table break-words text-muted">
          {[prospect.title, prospect.company, prospect.email, prospect.linkedin_url].filter(Boolean).join(" · ")}
        </p>
      </div>
      <p>
        {words.holds(messages.length, sent, outcomes.length)} {words.alsoRows}
      </p>
      {suppressions.length > 0 && <p className="text-muted">{words.isSuppressed}</p>}
      {perhaps_same.length > 0 && (
        <div className="flex flex-col items-start gap-1">
          <p>{words.perhapsSame}</p>
          {perhaps_same.map((other) => (
            <Button key={other.id} className="max-w-full truncate" onClick={() => onChoose(other.id)}>
              {[other.full_name, other.title, other.company].filter(Boolean).join(" · ")}
            </Button>
          ))}
        </div>
      )}
      {may("messages:export") && (
        <Button
          className="self-start"
          icon={<Download size={16} />}
          busy={take.isPending}
          onClick={() => take.mutate(id)}
        >
          {words.download}
        </Button>
      )}
      <Refusal error={take.error} />
      {may("prospects:erase") && (
        <EraseForm
          person={found.data}
          mayBeSuppressed={suppressions.length === 0 && may("suppressions:add")}
          busy={busy}
          error={error}
          onErase={onErase}
        />
      )}
    </section>
  );
}

function nameOf({ prospect }: Person, nameless: string): string {
  return prospect.full_name ?? prospect.email ?? nameless;
}

interface EraseProps extends Pick<Props, "busy" | "error" | "onErase"> {
  person: Person;
  mayBeSuppressed: boolean;
}

function EraseForm({ person, mayBeSuppressed, busy, error, onErase }: EraseProps) {
  const words = useWords(PRIVACY);
  const [typed, setTyped] = useState("");
  const [suppress, setSuppress] = useState(true);
  const name = nameOf(person, words.nameless);
  return (
    <form
      className="flex flex-col gap-3 rounded-control border border-false p-4"
      onSubmit={(event) => {
        event.preventDefault();
        onErase({ person, suppress: mayBeSuppressed && suppress });
      }}
    >
      <div>
        <h4 className="font-semibold">{words.erase}</h4>
        <p className="text-muted">{words.eraseDetail}</p>
      </div>
      {mayBeSuppressed && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-0.5 size-4 shrink-0 accent-accent"
            checked={suppress}
            onChange={(event) => setSuppress(event.target.checked)}
          />
          {words.suppressToo}
        </label>
      )}
      <Field label={words.confirm(name)}>
        {(naming) => (
          <input
            {...naming}
            autoComplete="off"
            className={`${CONTROL} h-9 max-md:h-11`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Refusal error={error} />
      <Button type="submit" emphasis="danger" className="self-start" busy={busy} disabled={!isSame(typed, name)}>
        {words.eraseVerb}
      </Button>
    </form>
  );
}

/** Whether somebody typed the name; spaces and capitals are no reason to type it again. */
function isSame(typed: string, name: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase();
  return plain(typed) === plain(name);
}
