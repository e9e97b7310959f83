import { Command } from "cmdk";
import { Layers, UserRound } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";

import { Key } from "../design/key.tsx";
import { useSettled } from "../design/use-settled.ts";
import { useBatches } from "../features/batches/queries.ts";
import { useWords } from "../i18n/use-words.ts";
import { shownKeys, useAllShortcuts } from "../keyboard/shortcuts.tsx";
import { useMay } from "../me/use-me.ts";
import { useFoundPeople } from "../people/use-people.ts";
import { APP } from "./app-words.ts";
import { usePlaces, useScreens } from "./use-screens.ts";

/** Reaches every screen, person, batch and action of the screen by its name. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const words = useWords(APP);
  const navigate = useNavigate();
  const screens = useScreens();
  const places = usePlaces();
  const actions = useAllShortcuts().filter((shortcut) => !shortcut.keys.startsWith("g ") && shortcut.keys !== "mod+k");
  const [typed, setTyped] = useState("");
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
              value={typed}
              onValueChange={setTyped}
              placeholder={words.palettePlaceholder}
              className="h-12 w-full border-b border-border bg-transparent px-4 text-message outline-none placeholder:text-muted"
            />
            <Command.List label={words.palette} className="max-h-[50vh] overflow-y-auto p-2">
              <Command.Empty className="px-3 py-6 text-center text-muted">{words.paletteEmpty}</Command.Empty>
              <Group heading={words.paletteGroups.screens}>
                {screens.map((screen) => (
                  <Entry key={screen.name} onSelect={choose(() => void navigate(screen.path))}>
                    <span className="text-muted">{screen.icon}</span>
                    {words.screens[screen.name]}
                  </Entry>
                ))}
                {typed.trim() !== "" &&
                  places.map((place) => (
                    <Entry key={place.name} onSelect={choose(() => void navigate(place.path))}>
                      {words.places[place.name]}
                    </Entry>
                  ))}
              </Group>
              <Group heading={words.paletteGroups.actions}>
                {actions.map((action) => (
                  <Entry key={action.keys} onSelect={choose(action.run)}>
                    <span className="flex-1">{action.label}</span>
                    <Key>{shownKeys(action.keys)}</Key>
                  </Entry>
                ))}
              </Group>
              {typed.trim() !== "" && <Found typed={typed} onChoose={(path) => choose(() => void navigate(path))()} />}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** People, whom the server finds, and batches by name: what there are too many of to be listed unasked. */
function Found({ typed, onChoose }: { typed: string; onChoose: (path: string) => void }) {
  const words = useWords(APP);
  const mayRead = useMay()("prospects:read");
  const settled = useSettled(typed, 200);
  const people = useFoundPeople(mayRead ? settled : "");
  const batches = useBatches();
  return (
    <>
      <Group heading={words.paletteGroups.people}>
        {people.data?.items.map((person) => (
          <Entry
            key={person.id}
            // The server has matched them, by accents and addresses that the list's own filter knows nothing of. The
            // list looks at other keywords only where the value is another one too.
            value={`${person.id} ${typed}`}
            keywords={[typed]}
            onSelect={() => onChoose(`/historial?persona=${person.id}`)}
          >
            <UserRound size={18} aria-hidden="true" className="shrink-0 text-muted" />
            <span className="truncate">
              {person.full_name ?? person.email}
              <span className="text-muted"> {[person.title, person.company].filter(Boolean).join(" · ")}</span>
            </span>
          </Entry>
        ))}
      </Group>
      <Group heading={words.paletteGroups.batches}>
        {batches.data?.items.map((batch) => (
          <Entry
            key={batch.id}
            value={batch.id}
            keywords={[batch.name]}
            onSelect={() => onChoose(`/lotes/${batch.id}`)}
          >
            <Layers size={18} aria-hidden="true" className="shrink-0 text-muted" />
            <span className="truncate">{batch.name}</span>
          </Entry>
        ))}
      </Group>
    </>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

interface EntryProps {
  children: ReactNode;
  /** What tells it from the others where its words may not. */
  value?: string;
  keywords?: string[];
  onSelect: () => void;
}

function Entry({ children, onSelect, ...matching }: EntryProps) {
  return (
    <Command.Item
      {...matching}
      onSelect={onSelect}
      className="flex h-10 items-center gap-3 rounded-[6px] px-3 data-[selected=true]:bg-accent-soft"
    >
      {children}
    </Command.Item>
  );
}
