import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { PROOFS } from "./proofs-words.ts";

/** Says a count's name (`{event}:{dimension}={value}`, `{event}:total`) in words: "Enviados, rol: Operaciones". */
export function useCountName(): (name: string) => string {
  const words = useWords(PROOFS);
  const common = useWords(COMMON);
  const roleName = useRoleName();
  const valueOf = (dimension: string, value: string): string => {
    if (dimension === "role") return roleName(value);
    if (dimension === "format") return (common.formats as Record<string, string>)[value] ?? value;
    if (dimension === "language") return (common.languages as Record<string, string>)[value] ?? value;
    if (dimension !== "role,format") return value;
    const [role = "", format = ""] = value.split(",");
    return `${valueOf("role", role)}, ${valueOf("format", format)}`;
  };
  return (name) => {
    const [event, of] = divided(name, ":");
    const [kind, detail] = divided(event, ".");
    const said = [words.events[kind] ?? kind, detail].filter(Boolean).join(" ");
    const [dimension, value] = divided(of ?? "", "=");
    if (value === undefined) return `${said}, ${words.total}`;
    return `${said}, ${words.dimensions[dimension] ?? dimension}: ${valueOf(dimension, value)}`;
  };
}

/** What is before and behind the first mark; the second is undefined without one. */
function divided(text: string, mark: string): [string, string | undefined] {
  const place = text.indexOf(mark);
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + mark.length)];
}
