import { describe, expect, it } from "vitest";

const MODULES = import.meta.glob<Record<string, unknown>>("../**/*-words.ts", { eager: true });

/** Names, and words that are the same in both languages. */
const SAME = new Set(
  "csv tú usted vos inmail linkedin prompt premium webhooks marketing prompts roles variables instantly smartlead lemlist".split(
    " ",
  ),
);
const ENGLISH = /\b(the|and|with|your|you|this|that|have|were|which|not|message|people|settings|loading)\b/i;
/** In a function's code only those that are no name in it. */
const ENGLISH_IN_CODE = /\b(the|and|with|your|you|have|were|which)\b/i;

type Leaf = string | (() => unknown);

/** Every text and every function that writes one, by its place in the catalogue. */
function leavesOf(words: unknown, path: string): [path: string, leaf: Leaf][] {
  if (typeof words === "string" || typeof words === "function") return [[path, words as Leaf]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => leavesOf(value, `${path}.${name}`));
}

function isEnglish(leaf: Leaf, english: Leaf | undefined): boolean {
  if (typeof leaf !== "string") return ENGLISH_IN_CODE.test(leaf.toString());
  const words = leaf.match(/\p{L}{2,}/gu) ?? [];
  return ENGLISH.test(leaf) || (leaf === english && words.some((word) => !SAME.has(word.toLowerCase())));
}

const CATALOGUES = Object.entries(MODULES).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && "es" in value && "en" in value
      ? [{ name: `${file} ${name}`, es: value.es, en: value.en }]
      : [],
  ),
);

describe("the words of the page", () => {
  it("are found in every part of it", () => {
    expect(CATALOGUES.length).toBeGreaterThan(15);
  });

  it.each(CATALOGUES)("have no English in Spanish: $name", ({ es, en }) => {
    const english = new Map(leavesOf(en, ""));
    const left = leavesOf(es, "").filter(([path, leaf]) => isEnglish(leaf, english.get(path)));
    expect(left).toEqual([]);
  });
});
