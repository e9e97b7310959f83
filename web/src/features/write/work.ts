import { del, get, set } from "idb-keyval";
import { useCallback, useEffect, useRef, useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { currentWorkspace } from "../../api/workspace.ts";
import { NOBODY, type Person } from "./person.ts";

/** How the message is to be: what `POST /v1/generations` takes beside the person. */
export interface Wishes {
  format: Schemas["Format"];
  language: Schemas["Language"];
  /** Null leaves it to the role. */
  register: Schemas["Register"] | null;
  role: string;
  instructions: string;
}

/** Everything on the screen that must survive a reload or a lost connection. */
export interface Work {
  person: Person;
  wishes: Wishes;
  message: Schemas["MessageView"] | null;
}

/** Each workspace has its own work in hand. */
const storedAt = () => `write.${currentWorkspace() ?? ""}`;
const SAVED_AFTER_MS = 250;

const FIRST: Work = {
  person: NOBODY,
  wishes: { format: "linkedin_message", language: "es", register: null, role: "auto", instructions: "" },
  message: null,
};

/**
 * The work in hand, kept in IndexedDB as it changes. `wasRestored` says that an earlier visit's work came back.
 */
export function useWork() {
  const [work, setWork] = useState<Work | null>(null);
  const [wasRestored, setWasRestored] = useState(false);
  const latest = useRef<Work>(FIRST);
  const timer = useRef(0);

  useEffect(() => {
    let isCurrent = true;
    void get<Work>(storedAt())
      .catch(() => undefined)
      .then((stored) => {
        if (!isCurrent) return;
        latest.current = stored ?? FIRST;
        setWork(latest.current);
        setWasRestored(stored !== undefined && (stored.person.text !== "" || stored.person.fields.full_name !== ""));
      });
    return () => {
      isCurrent = false;
    };
  }, []);

  const change = useCallback((part: Partial<Work>) => {
    latest.current = { ...latest.current, ...part };
    setWork(latest.current);
    window.clearTimeout(timer.current);
    const key = storedAt(); // the workspace may be another one when the time has come
    timer.current = window.setTimeout(() => void set(key, latest.current).catch(() => undefined), SAVED_AFTER_MS);
  }, []);

  /** Clears the person and the draft; answers what was there, so that it can be brought back. */
  const startAgain = useCallback(() => {
    const before = latest.current;
    change({ person: NOBODY, message: null, wishes: { ...latest.current.wishes, role: "auto", instructions: "" } });
    void del(storedAt()).catch(() => undefined);
    return before;
  }, [change]);

  return { work, wasRestored, change, startAgain };
}
