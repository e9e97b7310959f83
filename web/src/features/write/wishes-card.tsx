import { CONTROL, Field } from "../../design/field.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { FormatChoice, LanguageChoice, RegisterChoice, RoleField } from "../../message/kind-choices.tsx";
import type { Wishes } from "./work.ts";
import { WRITE } from "./write-words.ts";

interface Props {
  wishes: Wishes;
  errorAt: (pointer: string) => string | undefined;
  onChange: (wishes: Wishes) => void;
}

/** How the message is to be. */
export function WishesCard({ wishes, errorAt, onChange }: Props) {
  const words = useWords(WRITE);
  const change = (part: Partial<Wishes>) => onChange({ ...wishes, ...part });
  return (
    <section
      aria-labelledby="wishes-title"
      className="flex flex-col gap-3 rounded-control border border-border bg-raised p-4"
    >
      <h2 id="wishes-title" className="text-title font-semibold">
        {words.message}
      </h2>
      <FormatChoice value={wishes.format} onChange={(format) => change({ format })} />
      <div className="flex flex-wrap gap-3">
        <LanguageChoice value={wishes.language} onChange={(language) => change({ language })} />
        {wishes.language === "es" && (
          <RegisterChoice value={wishes.register} onChange={(register) => change({ register })} />
        )}
      </div>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <RoleField value={wishes.role} error={errorAt("/role")} onChange={(role) => change({ role })} />
        <Field label={words.wish} hint={words.wishHint} error={errorAt("/instructions")}>
          {(naming) => (
            <input
              {...naming}
              className={`${CONTROL} h-9 max-md:h-11`}
              maxLength={500}
              value={wishes.instructions}
              onChange={(event) => change({ instructions: event.target.value })}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
