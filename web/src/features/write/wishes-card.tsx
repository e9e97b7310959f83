import type { Schemas } from "../../api/client.ts";
import { Choice } from "../../design/choice.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useRoles } from "../../roles/use-roles.ts";
import type { Wishes } from "./work.ts";
import { WRITE } from "./write-words.ts";

const FORMATS: readonly Schemas["Format"][] = ["linkedin_note", "linkedin_message", "linkedin_inmail", "email"];

interface Props {
  wishes: Wishes;
  errorAt: (pointer: string) => string | undefined;
  onChange: (wishes: Wishes) => void;
}

/** How the message is to be. */
export function WishesCard({ wishes, errorAt, onChange }: Props) {
  const words = useWords(WRITE);
  const common = useWords(COMMON);
  const locale = useLocale();
  const roles = useRoles();
  const change = (part: Partial<Wishes>) => onChange({ ...wishes, ...part });
  return (
    <section
      aria-labelledby="wishes-title"
      className="flex flex-col gap-3 rounded-control border border-border bg-raised p-4"
    >
      <h2 id="wishes-title" className="text-title font-semibold">
        {words.message}
      </h2>
      <Choice
        label={words.format}
        value={wishes.format}
        onChange={(format) => change({ format })}
        options={FORMATS.map((format) => ({ value: format, label: common.formats[format] }))}
      />
      <div className="flex flex-wrap gap-3">
        <Choice
          label={words.language}
          value={wishes.language}
          onChange={(language) => change({ language })}
          options={[
            { value: "es", label: common.languages.es },
            { value: "en", label: common.languages.en },
          ]}
        />
        {wishes.language === "es" && (
          <Choice<Schemas["Register"] | "role">
            label={words.register}
            value={wishes.register ?? "role"}
            onChange={(register) => change({ register: register === "role" ? null : register })}
            options={[
              { value: "role", label: words.byRole },
              { value: "tu", label: common.registers.tu },
              { value: "usted", label: common.registers.usted },
              { value: "vos", label: common.registers.vos },
            ]}
          />
        )}
      </div>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field label={words.role} error={errorAt("/role")}>
          {(naming) => (
            <select
              {...naming}
              className={`${CONTROL} h-9 max-md:h-11`}
              value={wishes.role}
              onChange={(event) => change({ role: event.target.value })}
            >
              <option value="auto">{words.autoRole}</option>
              {roles.data?.items.map((role) => (
                <option key={role.key} value={role.key}>
                  {role.names[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
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
