import { Copy, RefreshCw } from "lucide-react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { MessageText } from "../../evidence/message-text.tsx";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { WRITE } from "./write-words.ts";

interface Props {
  message: Schemas["MessageView"] | null;
  isWriting: boolean;
  onCopy: () => void;
  onAgain: () => void;
  onExample: () => void;
}

/** The draft with what can be done with it; before there is one, what will stand here. */
export function DraftCard({ message, isWriting, onCopy, onAgain, onExample }: Props) {
  const words = useWords(WRITE);
  return (
    <section
      aria-labelledby="draft-title"
      aria-busy={isWriting}
      className="flex flex-col gap-4 rounded-control border border-border bg-raised p-4"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 id="draft-title" className="text-title font-semibold">
          {words.draft}
        </h2>
        {message !== null && <StatusBadge status={message.status} />}
      </div>
      <p role="status" className={isWriting ? "text-muted" : "sr-only"}>
        {isWriting ? words.writing : ""}
      </p>
      {message === null && !isWriting && (
        <EmptyState title={words.empty} action={<Button onClick={onExample}>{words.tryExample}</Button>}>
          {words.emptyDetail}
        </EmptyState>
      )}
      {message !== null && (
        <>
          <MessageText message={message} />
          <div className="flex flex-wrap gap-2">
            <Button emphasis="primary" icon={<Copy size={16} />} shortcut="C" onClick={onCopy}>
              {words.copy}
            </Button>
            <Button icon={<RefreshCw size={16} />} shortcut="R" onClick={onAgain} busy={isWriting}>
              {words.again}
            </Button>
          </div>
          <Provenance message={message} />
        </>
      )}
    </section>
  );
}

function Provenance({ message }: { message: Schemas["MessageView"] }) {
  const words = useWords(WRITE);
  const nameOf = useRoleName();
  const writer = message.writer.provider === "offline" ? words.offlineWriter : words.writtenBy(message.writer.model);
  return (
    <p className="text-table text-muted">
      {nameOf(message.role.key)} · {words.roleFound(message.role.matched_by)} · {writer}
    </p>
  );
}
