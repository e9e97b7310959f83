import type { Schemas } from "../api/client.ts";
import { Choice } from "../design/choice.tsx";
import { CONTROL, Field } from "../design/field.tsx";
import { COMMON } from "../i18n/common-words.ts";
import { type Catalogue, useLocale, useWords } from "../i18n/use-words.ts";
import { useRoles } from "../roles/use-roles.ts";

type Format = Schemas["Format"];
type Language = Schemas["Language"];
type Register = Schemas["Register"];

interface KindWords {
  format: string;
  language: string;
  register: string;
  byRole: string;
  role: string;
  autoRole: string;
}

const KIND: Catalogue<KindWords> = {
  es: {
    format: "Formato",
    language: "Idioma",
    register: "Trato",
    byRole: "Según el rol",
    role: "Rol",
    autoRole: "Automático, por su cargo",
  },
  en: {
    format: "Format",
    language: "Language",
    register: "Form of address",
    byRole: "As the role says",
    role: "Role",
    autoRole: "Automatic, by job title",
  },
};

const FORMATS: readonly Format[] = ["linkedin_note", "linkedin_message", "linkedin_inmail", "email"];

/** Which of the four kinds of message. */
export function FormatChoice({ value, onChange }: { value: Format; onChange: (value: Format) => void }) {
  const words = useWords(KIND);
  const common = useWords(COMMON);
  const options = FORMATS.map((format) => ({
    value: format,
    label: (
      <>
        <span className="max-sm:hidden">{common.formats[format]}</span>
        <span className="sm:hidden">{common.shortFormats[format]}</span>
      </>
    ),
  }));
  return <Choice label={words.format} value={value} onChange={onChange} options={options} />;
}

/** Spanish or English. */
export function LanguageChoice({ value, onChange }: { value: Language; onChange: (value: Language) => void }) {
  const words = useWords(KIND);
  const common = useWords(COMMON);
  const options = (["es", "en"] as const).map((language) => ({ value: language, label: common.languages[language] }));
  return <Choice label={words.language} value={value} onChange={onChange} options={options} />;
}

interface RegisterProps {
  /** Null leaves it to the role. */
  value: Register | null;
  onChange: (value: Register | null) => void;
}

/** How Spanish addresses the reader. */
export function RegisterChoice({ value, onChange }: RegisterProps) {
  const words = useWords(KIND);
  const common = useWords(COMMON);
  return (
    <Choice<Register | "role">
      label={words.register}
      value={value ?? "role"}
      onChange={(register) => onChange(register === "role" ? null : register)}
      options={[
        { value: "role", label: words.byRole },
        ...(["tu", "usted", "vos"] as const).map((register) => ({
          value: register,
          label: common.registers[register],
        })),
      ]}
    />
  );
}

interface RoleProps {
  /** A role's key, or "auto". */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The role that is written to; found by the job title unless somebody chooses. */
export function RoleField({ value, error, onChange }: RoleProps) {
  const words = useWords(KIND);
  const locale = useLocale();
  const roles = useRoles();
  return (
    <Field label={words.role} error={error}>
      {(naming) => (
        <select
          {...naming}
          className={`${CONTROL} h-9 max-md:h-11`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
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
  );
}
