import type { Schemas } from "../../api/client.ts";

type Prospect = Schemas["Prospect-Input"];

/** The fields of the form; each a text, empty where nothing is known. */
export const FIELD_NAMES = [
  "full_name",
  "title",
  "company",
  "location",
  "email",
  "linkedin_url",
  "about",
  "posts",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
type Fields = Record<FieldName, string>;

/** To whom: a pasted profile that the server reads, or fields. `rest` is what a pasted JSON knew beyond the form. */
export interface Person {
  mode: "text" | "fields";
  text: string;
  fields: Fields;
  rest: Partial<Prospect>;
}

const NO_FIELDS: Fields = Object.fromEntries(FIELD_NAMES.map((name) => [name, ""])) as Fields;
export const NOBODY: Person = { mode: "text", text: "", fields: NO_FIELDS, rest: {} };

const LINKEDIN = /^(https?:\/\/)?([a-z]{2,3}\.)?(www\.)?linkedin\.com\/(in|pub|sales)\/\S+$/i;

/** What was pasted: JSON of a prospect, a LinkedIn address, or else a profile as text. */
export function personFrom(pasted: string): Person {
  const text = pasted.trim();
  const prospect = prospectFromJson(text);
  if (prospect !== null) return personOf(prospect);
  if (LINKEDIN.test(text)) return { mode: "fields", text: "", fields: { ...NO_FIELDS, linkedin_url: text }, rest: {} };
  return { mode: "text", text, fields: NO_FIELDS, rest: {} };
}

/** Somebody whom the server read from a file. */
export function personOf(prospect: Partial<Prospect>): Person {
  return { mode: "fields", text: "", fields: fieldsOf(prospect), rest: withoutFormFields(prospect) };
}

/** What the API takes for this person. */
export function asRequest(person: Person): Pick<Schemas["GenerationRequest"], "prospect" | "prospect_text"> {
  return person.mode === "text" ? { prospect_text: person.text } : { prospect: prospectOf(person) };
}

/** Whether there is anything to write from. */
export function isSomebody(person: Person): boolean {
  if (person.mode === "text") return person.text.trim() !== "";
  return person.fields.full_name.trim() !== "";
}

function prospectOf({ fields, rest }: Person): Prospect {
  const { posts, ...texts } = fields;
  const filled = Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== ""));
  return {
    ...rest,
    ...filled,
    posts: posts
      .split(/\n\s*\n/)
      .map((post) => post.trim())
      .filter(Boolean),
  };
}

function prospectFromJson(text: string): Partial<Prospect> | null {
  if (!text.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    return ("prospect" in value ? value.prospect : value) as Partial<Prospect>;
  } catch {
    return null;
  }
}

function fieldsOf(prospect: Partial<Prospect>): Fields {
  const texts = FIELD_NAMES.filter((name) => name !== "posts").map((name) => [name, asText(prospect[name])]);
  return { ...(Object.fromEntries(texts) as Fields), posts: (prospect.posts ?? []).join("\n\n") };
}

function withoutFormFields(prospect: Partial<Prospect>): Partial<Prospect> {
  return Object.fromEntries(
    Object.entries(prospect).filter(([name]) => !(FIELD_NAMES as readonly string[]).includes(name)),
  );
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
