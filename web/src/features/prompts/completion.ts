/** The unfinished variable before the caret ("{{ fir"): what was typed of its name, and where it begins. */
export interface Unfinished {
  start: number;
  typed: string;
}

const OPEN_BRACES = /\{\{\s*(\w*)$/;

/** The variable that somebody is typing at `caret`; null where there is none. */
export function unfinishedAt(text: string, caret: number): Unfinished | null {
  const found = OPEN_BRACES.exec(text.slice(0, caret));
  return found === null ? null : { start: found.index, typed: found[1] ?? "" };
}

/** The text with `{{ name }}` in place of what stands between `start` and `end`, and where the caret goes. */
export function withVariable(text: string, start: number, end: number, name: string): { text: string; caret: number } {
  const variable = `{{ ${name} }}`;
  return { text: text.slice(0, start) + variable + text.slice(end), caret: start + variable.length };
}
