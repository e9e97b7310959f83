import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useNavigate } from "react-router";

import { Key } from "../design/key.tsx";
import { useWords } from "../i18n/use-words.ts";
import { shownKeys, useAllShortcuts } from "../keyboard/shortcuts.tsx";
import { APP } from "./app-words.ts";
import { useScreens } from "./use-screens.ts";

/** Reaches every screen and every action of the screen by its name. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const words = useWords(APP);
  const navigate = useNavigate();
  const screens = useScreens();
  const actions = useAllShortcuts().filter((shortcut) => !shortcut.keys.startsWith("g ") && shortcut.keys !== "mod+k");
  const choose = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0.02_280/0.25)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(560px,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-control border border-border bg-raised shadow-raised"
        >
          <Dialog.Title className="sr-only">{words.palette}</Dialog.Title>
          <Command label={words.palette} loop>
            <Command.Input
              placeholder={words.palettePlaceholder}
              className="h-12 w-full border-b border-border bg-transparent px-4 text-message outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-[50vh] overflow-y-auto p-2">
              <Command.Empty className="px-3 py-6 text-center text-muted">{words.paletteEmpty}</Command.Empty>
              {screens.map((screen) => (
                <Entry key={screen.name} onSelect={choose(() => void navigate(screen.path))}>
                  <span className="text-muted">{screen.icon}</span>
                  {words.screens[screen.name]}
                </Entry>
              ))}
              {actions.map((action) => (
                <Entry key={action.keys} onSelect={choose(action.run)}>
                  <span className="flex-1">{action.label}</span>
                  <Key>{shownKeys(action.keys)}</Key>
                </Entry>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Entry({ children, onSelect }: { children: React.ReactNode; onSelect: () => void }) {
  return (
    <Command.Item
      onSelect={onSelect}
      className="flex h-10 items-center gap-3 rounded-[6px] px-3 data-[selected=true]:bg-accent-soft"
    >
      {children}
    </Command.Item>
  );
}
