import { ArrowLeft, UserRound } from "lucide-react";
import { useState } from "react";

import { Button } from "../../design/button.tsx";
import { Sheet } from "../../design/sheet.tsx";
import { FactList } from "../../evidence/fact-list.tsx";
import { Findings } from "../../evidence/findings.tsx";
import { Evidence } from "../../evidence/lit-facts.tsx";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { MessagePanel } from "../../message/message-panel.tsx";
import { useMessageShortcuts } from "../../message/message-shortcuts.ts";
import { Outcomes } from "../../message/outcome-buttons.tsx";
import type { Message } from "../../message/queries.ts";
import { useMessageWork } from "../../message/use-message-work.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { HISTORY } from "./history-words.ts";
import { Timeline } from "./timeline.tsx";

interface Props {
  message: Message | null;
  onOpen: (message: Message) => void;
  onClose: () => void;
}

/** One message with its proof, or everything that happened with its person. */
export function MessageSheet({ message, onOpen, onClose }: Props) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const [whole, setWhole] = useState(false);
  const close = () => {
    setWhole(false);
    onClose();
  };
  return (
    <Sheet
      open={message !== null}
      title={message?.prospect.full_name ?? words.details}
      closeLabel={common.close}
      onClose={close}
    >
      {message !== null && !whole && (
        <Evidence>
          <Contents key={message.id} message={message} onWhole={() => setWhole(true)} />
        </Evidence>
      )}
      {message !== null && whole && (
        <div className="flex flex-col gap-4">
          <Button
            emphasis="quiet"
            className="self-start"
            icon={<ArrowLeft size={16} />}
            onClick={() => setWhole(false)}
          >
            {words.back}
          </Button>
          <Timeline
            person={message.prospect.id}
            onOpen={(chosen) => {
              setWhole(false);
              onOpen(chosen);
            }}
          />
        </div>
      )}
    </Sheet>
  );
}

function Contents({ message: given, onWhole }: { message: Message; onWhole: () => void }) {
  const words = useWords(HISTORY);
  const mayRead = useMay()("messages:read");
  const work = useMessageWork(given);
  useMessageShortcuts(work);
  const shown = work.text === null ? work.message : (work.checked ?? work.message);
  return (
    <div className="flex flex-col gap-4">
      <About message={work.message} />
      {mayRead && (
        <Button className="self-start" icon={<UserRound size={16} />} onClick={onWhole}>
          {words.wholePerson}
        </Button>
      )}
      <MessagePanel work={work} />
      <Outcomes work={work} />
      <Findings checks={shown.checks} />
      <FactList facts={shown.facts} claims={shown.claims} />
    </div>
  );
}

function About({ message }: { message: Message }) {
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
