import { Key } from "../design/key.tsx";
import { Sheet } from "../design/sheet.tsx";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";
import { shownKeys, useAllShortcuts } from "../keyboard/shortcuts.tsx";
import { APP } from "./app-words.ts";

/** What can be pressed on the screen that is open. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords(APP);
  const common = useWords(COMMON);
  return (
    <Sheet open={open} title={words.shortcuts} closeLabel={common.close} onClose={onClose}>
      <dl className="flex flex-col">
        {useAllShortcuts().map((shortcut) => (
          <div key={shortcut.keys} className="flex items-center justify-between gap-4 border-b border-border py-2">
            <dt>{shortcut.label}</dt>
            <dd>
              <Key>{shownKeys(shortcut.keys)}</Key>
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
