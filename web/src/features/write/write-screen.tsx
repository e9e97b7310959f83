import { useCallback, useEffect, useMemo, useRef } from "react";

import { Problem } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { useToast } from "../../design/toasts.tsx";
import { Evidence } from "../../evidence/lit-facts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { type Shortcut, shownKeys, useShortcuts } from "../../keyboard/shortcuts.tsx";
import { Draft, NoDraft } from "./draft-card.tsx";
import { EXAMPLE_PROFILE } from "./example.ts";
import { OpenProfile } from "./open-profile.tsx";
import { isSomebody, type Person, personFrom } from "./person.ts";
import { PersonCard } from "./person-card.tsx";
import { useGenerate } from "./queries.ts";
import { useFile } from "./use-file.ts";
import { useWork } from "./work.ts";
import { WishesCard } from "./wishes-card.tsx";
import { WRITE } from "./write-words.ts";
import { Refusal } from "../../problems/refusal.tsx";

const PHONE_PX = 768;
const SHOWN_AT_FIELDS = ["/prospect", "/prospect_text", "/role", "/instructions"];

/** One message: the person and the wishes at the left, the draft and its proof at the right. */
export default function WriteScreen() {
  const words = useWords(WRITE);
  const { work, wasRestored, change, startAgain: clear } = useWork();
  const toast = useToast();
  const common = useWords(COMMON);
  const generate = useGenerate();
  const draft = useRef<HTMLDivElement>(null);

  const person = work?.person;
  const wishes = work?.wishes;
  const message = work?.message ?? null;
  const { mutate, isPending, error, reset } = generate;

  const write = useCallback(() => {
    if (person === undefined || wishes === undefined || !isSomebody(person) || isPending) return;
    const replaces = message !== null && message.status !== "sent" ? message.id : null;
    mutate(
      { person, wishes, replaces, key: crypto.randomUUID() },
      {
        onSuccess: (written) => {
          change({ message: written });
          // Away from the form: what comes next is a single key. On a phone the draft lies below it.
          draft.current?.focus({ preventScroll: true });
          draft.current?.scrollIntoView({ block: window.innerWidth < PHONE_PX ? "start" : "nearest" });
        },
      },
    );
  }, [person, wishes, message, isPending, mutate, change]);

  const startAgain = useCallback(() => {
    reset();
    const before = clear();
    toast(words.cleared, { label: common.undo, run: () => change(before) });
  }, [reset, clear, toast, words, common, change]);

  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: "mod+enter", label: words.write, run: write, whileTyping: true },
      { keys: "r", label: words.again, run: write },
      { keys: "n", label: words.startAgain, run: startAgain },
    ],
    [words, write, startAgain],
  );
  useShortcuts(shortcuts);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (pasted.trim() === "") return;
      event.preventDefault();
      reset();
      change({ person: personFrom(pasted), message: null });
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [change, reset]);

  const fill = useCallback(
    (somebody: Person) => {
      reset();
      change({ person: somebody, message: null });
    },
    [reset, change],
  );
  const mayImport = useMay()("prospects:import");
  const file = useFile({ person, onPerson: fill });

  if (work === null) return null;
  const errorAt = (pointer: string) => (error instanceof Problem ? error.at(pointer) : undefined);
  return (
    <Evidence>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        {isSomebody(work.person) && (
          <Button emphasis="quiet" shortcut="N" onClick={startAgain}>
            {words.startAgain}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            write();
          }}
        >
          {wasRestored && message !== null && <Notice tone="info">{words.restored}</Notice>}
          <PersonCard
            person={work.person}
            errorAt={errorAt}
            isOver={file.isOver}
            file={mayImport && <OpenProfile isReading={file.isReading} onFile={file.take} />}
            onChange={(changed) => change({ person: changed })}
          />
          <Refusal error={file.error} />
          <WishesCard wishes={work.wishes} errorAt={errorAt} onChange={(changed) => change({ wishes: changed })} />
          <Refusal atFields={SHOWN_AT_FIELDS} error={error} />
          <Button
            type="submit"
            emphasis="primary"
            busy={isPending}
            disabled={!isSomebody(work.person)}
            shortcut={shownKeys("mod+enter")}
          >
            {words.write}
          </Button>
        </form>
        <div ref={draft} tabIndex={-1} className="flex scroll-mt-4 flex-col gap-4 outline-none lg:sticky lg:top-6">
          <p role="status" className={isPending ? "text-muted" : "sr-only"}>
            {isPending ? words.writing : ""}
          </p>
          {message === null ? (
            <NoDraft isWriting={isPending} onExample={() => change({ person: personFrom(EXAMPLE_PROFILE) })} />
          ) : (
            <Draft
              key={message.id}
              message={message}
              isWriting={isPending}
              onChanged={(changed) => change({ message: changed })}
              onAgain={write}
            />
          )}
        </div>
      </div>
    </Evidence>
  );
}
