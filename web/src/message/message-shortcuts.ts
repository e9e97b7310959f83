import { useLayoutEffect, useMemo, useRef } from "react";

import { useWords } from "../i18n/use-words.ts";
import { type Shortcut, useShortcuts } from "../keyboard/shortcuts.tsx";
import { useMay } from "../me/use-me.ts";
import { MESSAGE } from "./message-words.ts";
import type { MessageWork } from "./use-message-work.ts";

/** One key for each move, wherever one message is in the middle of the screen. */
export function useMessageShortcuts(work: MessageWork | null): void {
  const words = useWords(MESSAGE);
  const mayEdit = useMay()("messages:edit");
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  }, [work]);
  const shortcuts = useMemo<Shortcut[]>(() => {
    const copy = { keys: "c", label: words.copy, run: () => void latest.current?.copy() };
    if (!mayEdit) return [copy];
    return [
      { keys: "a", label: words.approve, run: () => latest.current?.approve(null) },
      { keys: "e", label: words.edit, run: () => latest.current?.begin() },
      { keys: "x", label: words.reject, run: () => latest.current?.reject() },
      copy,
      { keys: "shift+c", label: words.copyAndSend, run: () => void latest.current?.copyAndSend() },
    ];
  }, [words, mayEdit]);
  useShortcuts(shortcuts);
  const isEditing = work !== null && work.text !== null;
  const whileEditing = useMemo<Shortcut[]>(
    () =>
      isEditing
        ? [
            {
              keys: "mod+enter",
              label: words.saveEdit,
              run: () => latest.current?.save(),
              whileTyping: true,
              isFirst: true,
            },
          ]
        : [],
    [isEditing, words],
  );
  useShortcuts(whileEditing);
}
