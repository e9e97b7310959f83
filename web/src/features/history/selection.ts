import { useCallback, useMemo, useRef, useState } from "react";

import type { Message } from "../../message/queries.ts";

/** Which messages of the list are selected. What is no longer on the list is not. */
export function useSelection(messages: readonly Message[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<number | null>(null);
  const selected = useMemo(() => messages.filter((message) => ids.has(message.id)), [messages, ids]);
  /** Turns one round; with `through`, everything from the last one that was turned becomes as this one. */
  const toggle = useCallback(
    (place: number, through: boolean) => {
      const from = through ? (last.current ?? place) : place;
      last.current = place;
      const touched = messages.slice(Math.min(from, place), Math.max(from, place) + 1);
      setIds((before) => {
        const next = new Set(before);
        const isOn = !before.has(messages[place]?.id ?? "");
        for (const { id } of touched) {
          if (isOn) next.add(id);
          else next.delete(id);
        }
        return next;
      });
    },
    [messages],
  );
  const clear = useCallback(() => setIds(new Set()), []);
  const all = useCallback(() => setIds(new Set(messages.map((message) => message.id))), [messages]);
  return { ids, selected, toggle, clear, all };
}

export type Selection = ReturnType<typeof useSelection>;
