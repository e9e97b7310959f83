import { useState } from "react";

import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useSettled } from "../../design/use-settled.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useFoundPeople } from "../../people/use-people.ts";
import { Refusal } from "../../problems/refusal.tsx";
import { PersonCard } from "./person-card.tsx";
import { useErasePerson } from "./privacy-queries.ts";
import { PRIVACY } from "./privacy-words.ts";
import { Row, Rows } from "./section.tsx";

/** Finds a person, shows what there is of them, hands it over as a file, and erases them. */
export function FindPerson() {
  const words = useWords(PRIVACY);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const erase = useErasePerson();
  const people = useFoundPeople(useSettled(chosen === null ? typed : "", 250));
  const items = typed.trim() === "" ? [] : (people.data?.items ?? []);
  const startAnew = () => {
    setChosen(null);
    setTyped("");
  };
  return (
    <div className="flex flex-col gap-4">
      <Field label={words.find} hint={words.findHint}>
        {(naming) => (
          <input
            {...naming}
            type="search"
            autoComplete="off"
            className={`${CONTROL} h-9 max-md:h-11`}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(null);
              erase.reset();
            }}
          />
        )}
      </Field>
      <Refusal error={people.error} />
      {erase.data !== undefined && <Notice tone="proof">{words.erased[erase.data]}</Notice>}
      {chosen !== null ? (
        <PersonCard
          key={chosen}
          id={chosen}
          busy={erase.isPending}
          error={erase.error}
          onChoose={setChosen}
          onErase={(wanted) => erase.mutate(wanted, { onSuccess: startAnew })}
        />
      ) : (
        <Rows label={words.found}>
          {items.map((person) => {
            const name = person.full_name ?? person.email ?? words.nameless;
            return (
              <Row
                key={person.id}
                title={name}
                detail={[person.title, person.company, person.email].filter(Boolean).join(" · ")}
              >
                <Button onClick={() => setChosen(person.id)}>{words.choose(person.first_name ?? name)}</Button>
              </Row>
            );
          })}
        </Rows>
      )}
      {chosen === null && typed.trim() !== "" && people.isSuccess && items.length === 0 && (
        <p className="text-muted">{words.nobody}</p>
      )}
    </div>
  );
}
