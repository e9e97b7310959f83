import { type KeyboardEvent, useRef, useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { classes } from "../../design/class-names.ts";
import { CONTROL, Field } from "../../design/field.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { type Unfinished, unfinishedAt, withVariable } from "./completion.ts";
import { PROMPTS } from "./prompts-words.ts";

type Variable = Schemas["VariableView"];

interface Props {
  text: string;
  variables: readonly Variable[];
  error: string | undefined;
  onChange: (text: string) => void;
}

/** The text of a prompt; typing {{ offers the variables, arrows choose, Enter or Tab takes one. */
export function PromptEditor({ text, variables, error, onChange }: Props) {
  const words = useWords(PROMPTS);
  const area = useRef<HTMLTextAreaElement>(null);
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null);
  const [chosen, setChosen] = useState(0);
  const offered = unfinished === null ? [] : variables.filter((variable) => variable.name.includes(unfinished.typed));

  const look = () => {
    const caret = area.current?.selectionStart ?? 0;
    setUnfinished(unfinishedAt(area.current?.value ?? "", caret));
    setChosen(0);
  };
  const insert = (name: string) => {
    const caret = area.current?.selectionStart ?? text.length;
    const end = area.current?.selectionEnd ?? caret;
    const next = withVariable(text, unfinished?.start ?? caret, end, name);
    onChange(next.text);
    setUnfinished(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = offered[chosen];
    if (current === undefined) return;
    if (event.key === "Enter" || event.key === "Tab") insert(current.name);
    else if (event.key === "ArrowDown") setChosen((chosen + 1) % offered.length);
    else if (event.key === "ArrowUp") setChosen((chosen + offered.length - 1) % offered.length);
    else if (event.key === "Escape") setUnfinished(null);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Field label={words.text} hint={words.textHint} error={error}>
        {(naming) => (
          <div className="relative">
            <textarea
              {...naming}
              ref={area}
              className={classes(CONTROL, "field-sizing-content max-h-[60vh] min-h-72 leading-6")}
              spellCheck={false}
              value={text}
              aria-autocomplete="list"
              onChange={(event) => {
                onChange(event.target.value);
                look();
              }}
              onClick={look}
              onKeyDown={onKeyDown}
              onBlur={() => setUnfinished(null)}
            />
            {offered.length > 0 && (
              <ul
                role="listbox"
                aria-label={words.variables}
                className="absolute inset-x-2 bottom-2 z-10 max-h-48 overflow-y-auto rounded-control border border-border bg-raised p-1 shadow-raised"
              >
                {offered.map((variable, index) => (
                  <li
                    key={variable.name}
                    role="option"
                    aria-selected={index === chosen}
                    className={classes(
                      "cursor-pointer rounded-[6px] px-2 py-1 text-table",
                      index === chosen && "bg-accent-soft",
                    )}
                    onMouseDown={(event) => {
                      event.preventDefault();
                      insert(variable.name);
                    }}
                  >
                    <span className="font-medium">{variable.name}</span>
                    <span className="text-muted"> · {variable.meaning}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Field>
      <VariableTable variables={variables} onInsert={insert} />
    </>
  );
}

function VariableTable({ variables, onInsert }: { variables: readonly Variable[]; onInsert: (name: string) => void }) {
  const words = useWords(PROMPTS);
  if (variables.length === 0) return null;
  return (
    <details className="text-table">
      <summary className="cursor-pointer font-medium">{words.variables}</summary>
      <ul className="grid gap-x-4 pt-2 sm:grid-cols-2">
        {variables.map((variable) => (
          <li key={variable.name} className="min-w-0 py-1">
            <button
              type="button"
              title={words.insert(variable.name)}
              className="block max-w-full truncate text-left font-medium text-accent hover:underline"
              onClick={() => onInsert(variable.name)}
            >
              {variable.name}
            </button>
            <span className="block truncate text-muted" title={variable.value || variable.meaning}>
              {variable.value || `${variable.meaning} · ${words.noValue}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
