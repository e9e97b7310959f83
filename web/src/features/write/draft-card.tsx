import { RefreshCw } from "lucide-react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { FactList } from "../../evidence/fact-list.tsx";
import { Findings } from "../../evidence/findings.tsx";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { MessagePanel } from "../../message/message-panel.tsx";
import { useMessageShortcuts } from "../../message/message-shortcuts.ts";
import { Outcomes } from "../../message/outcome-buttons.tsx";
import { useMessageWork } from "../../message/use-message-work.ts";
import { useWorkspace } from "../../me/use-me.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { goToStep } from "../../tour/tour.ts";
import { WRITE } from "./write-words.ts";

type Message = Schemas["MessageView"];

interface Props {
  message: Message;
  isWriting: boolean;
  onChanged: (message: Message) => void;
  onAgain: () => void;
}

/** The draft, what can be done with it, and its proof. */
export function Draft({ message: given, isWriting, onChanged, onAgain }: Props) {
  const words = useWords(WRITE);
  const work = useMessageWork(given, onChanged);
  useMessageShortcuts(work);
  const { message } = work;
  const shown = work.text === null ? message : (work.checked ?? message);
  return (
    <>
      <section aria-labelledby="draft-title" aria-busy={isWriting} className={CARD}>
        <div className="flex items-center justify-between gap-2">
          <h2 id="draft-title" className="text-title font-semibold">
            {words.draft}
          </h2>
          <StatusBadge status={shown.status} />
        </div>
        <MessagePanel work={work} />
        <Outcomes work={work} />
        {work.text === null && (
          <div className="flex flex-wrap items-center justify-between gap-2 border-t border-border pt-3">
            <Provenance message={message} />
            {message.status !== "sent" && (
              <Button emphasis="quiet" icon={<RefreshCw size={16} />} shortcut="R" onClick={onAgain} busy={isWriting}>
                {words.again}
              </Button>
            )}
          </div>
        )}
      </section>
      <section aria-labelledby="proof-title" className={CARD}>
        <h2 id="proof-title" className="text-title font-semibold">
          {words.proof}
        </h2>
        <Findings checks={shown.checks} />
        <FactList facts={shown.facts} claims={shown.claims} />
      </section>
    </>
  );
}

const CARD = "flex flex-col gap-4 rounded-control border border-border bg-raised p-4";

/** What will stand here once something is written. */
export function NoDraft({ isWriting, onExample }: { isWriting: boolean; onExample: () => void }) {
  const words = useWords(WRITE);
  const isDemo = useWorkspace()?.demo === true;
  return (
    <section aria-labelledby="draft-title" aria-busy={isWriting} className={CARD}>
      <h2 id="draft-title" className="text-title font-semibold">
        {words.draft}
      </h2>
      {!isWriting && (
        <EmptyState
          title={words.empty}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              <Button onClick={onExample}>{words.tryExample}</Button>
              {isDemo && (
                <Button emphasis="quiet" onClick={() => goToStep(0)}>
                  {words.tour}
                </Button>
              )}
            </span>
          }
        >
          {words.emptyDetail}
        </EmptyState>
      )}
    </section>
  );
}

function Provenance({ message }: { message: Message }) {
  const words = useWords(WRITE);
  const nameOf = useRoleName();
  const writer = message.writer.provider === "offline" ? words.offlineWriter : words.writtenBy(message.writer.model);
  return (
    <p className="text-table text-muted">
      {nameOf(message.role.key)} · {words.roleFound(message.role.matched_by)} · {writer}
    </p>
  );
}
