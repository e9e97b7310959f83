import type { Schemas } from "../../api/client.ts";
import { Sheet } from "../../design/sheet.tsx";
import { FactList } from "../../evidence/fact-list.tsx";
import { Findings } from "../../evidence/findings.tsx";
import { Evidence } from "../../evidence/lit-facts.tsx";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { MessagePanel } from "../../message/message-panel.tsx";
import { useMessageShortcuts } from "../../message/message-shortcuts.ts";
import { Outcomes } from "../../message/outcome-buttons.tsx";
import { useMessageWork } from "../../message/use-message-work.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { HISTORY } from "./history-words.ts";

/** One message with its proof. */
export function MessageSheet({ message, onClose }: { message: Schemas["MessageView"] | null; onClose: () => void }) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  return (
    <Sheet
      open={message !== null}
      title={message?.prospect.full_name ?? words.details}
      closeLabel={common.close}
      onClose={onClose}
    >
      {message !== null && (
        <Evidence>
          <Contents key={message.id} message={message} />
        </Evidence>
      )}
    </Sheet>
  );
}

function Contents({ message: given }: { message: Schemas["MessageView"] }) {
  const work = useMessageWork(given);
  useMessageShortcuts(work);
  const shown = work.text === null ? work.message : (work.checked ?? work.message);
  return (
    <div className="flex flex-col gap-4">
      <About message={work.message} />
      <MessagePanel work={work} />
      <Outcomes work={work} />
      <Findings checks={shown.checks} />
      <FactList facts={shown.facts} claims={shown.claims} />
    </div>
  );
}

function About({ message }: { message: Schemas["MessageView"] }) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const nameOf = useRoleName();
  const writer = message.writer.provider === "offline" ? words.offlineWriter : words.writtenBy(message.writer.model);
  const { title, company } = message.prospect;
  return (
    <div className="flex flex-col gap-1 text-table text-muted">
      <p>{[title, company].filter(Boolean).join(" · ")}</p>
      <p className="flex flex-wrap items-center gap-2">
        <StatusBadge status={message.status} />
        {common.formats[message.format]} · {nameOf(message.role.key)} · {formatMoment(message.created_at)}
      </p>
      <p>{writer}</p>
    </div>
  );
}
