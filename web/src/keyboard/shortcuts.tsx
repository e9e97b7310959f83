import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";

export interface Shortcut {
  /** As `KeyboardEvent.key` says it, letters in lower case; "mod+enter" (Ctrl or Cmd), "shift+c", "g h" (one, then the other). */
  keys: string;
  label: string;
  run: () => void;
  /** Works while somebody types, too; only for keys that type nothing. */
  whileTyping?: boolean;
  /** Goes before whatever else has the same keys. */
  isFirst?: boolean;
}

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1200;

interface Registry {
  all: readonly Shortcut[];
  add: (shortcuts: readonly Shortcut[]) => () => void;
}

const RegistryContext = createContext<Registry>({ all: [], add: () => () => undefined });

/** Listens for the shortcuts of everything on the screen; what was registered last wins. */
export function Shortcuts({ children }: { children: ReactNode }) {
  const groups = useRef<readonly (readonly Shortcut[])[]>([]);
  const [all, setAll] = useState<readonly Shortcut[]>([]);
  // The list itself changes at once: a key that is pressed right behind what was typed must meet what was typed.
  const add = useCallback((shortcuts: readonly Shortcut[]) => {
    const change = (next: readonly (readonly Shortcut[])[]) => {
      groups.current = next;
      setAll(next.flat());
    };
    change([...groups.current, shortcuts]);
    return () => change(groups.current.filter((group) => group !== shortcuts));
  }, []);
  useEffect(() => {
    let first: { keys: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const known = groups.current.flat();
      const isSecond = first !== null && event.timeStamp - first.at < SEQUENCE_MS;
      const pressed = isSecond ? `${first?.keys} ${keysOf(event)}` : keysOf(event);
      const begins = known.some((shortcut) => shortcut.keys.startsWith(`${pressed} `));
      first = begins ? { keys: pressed, at: event.timeStamp } : null;
      const matching = known.filter((shortcut) => shortcut.keys === pressed);
      const found = matching.findLast((shortcut) => shortcut.isFirst === true) ?? matching.at(-1);
      if (found === undefined && pressed === "escape" && isTyping(event)) (event.target as HTMLElement).blur();
      if (found === undefined || (isTyping(event) && found.whileTyping !== true)) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return <RegistryContext value={useMemo(() => ({ all, add }), [all, add])}>{children}</RegistryContext>;
}

/** Registers shortcuts for as long as the component is shown. The list must be memoised by the caller. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { add } = useContext(RegistryContext);
  useLayoutEffect(() => add(shortcuts), [add, shortcuts]);
}

/** What can be pressed now, for the help that `?` opens. */
export function useAllShortcuts(): readonly Shortcut[] {
  return useContext(RegistryContext).all;
}

function keysOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const isLetter = /^\p{L}$/u.test(key);
  const parts = [
    (event.ctrlKey || event.metaKey) && "mod",
    event.altKey && "alt",
    event.shiftKey && (isLetter || key.length > 1) && "shift",
    key,
  ];
  return parts.filter(Boolean).join("+");
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
    target.closest("[role=radiogroup],[role=listbox]") !== null
  );
}

const NAMES: Record<string, string> = {
  mod: navigator.userAgent.includes("Mac") ? "⌘" : "Ctrl",
  shift: "⇧",
  alt: "Alt",
  enter: "↵",
  escape: "Esc",
  arrowdown: "↓",
  arrowup: "↑",
};

/** "mod+enter" as people read it: "Ctrl ↵". */
export function shownKeys(keys: string): string {
  return keys
    .split(/[+ ]/)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");
}
