import { useState } from "react";

import { Button } from "../../design/button.tsx";
import { CONTROL } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type ManyChange, useChangeMany } from "../../message/many.ts";
import type { Message } from "../../message/queries.ts";
import { useMembers } from "../../people/use-members.ts";
import { HISTORY } from "./history-words.ts";
import { Refusal } from "../../problems/refusal.tsx";

type Asked = "reject" | "send";

interface Props {
  messages: readonly Message[];
  onDone: () => void;
}

/** What can be done with the messages that are selected: each move says how many of them it concerns. */
export function BulkBar({ messages, onDone }: Props) {
  const words = useWords(HISTORY);
  const toast = useToast();
  const change = useChangeMany();
  const [asked, setAsked] = useState<Asked | null>(null);
  const of = {
    approve: messages.filter((message) => message.status === "ready"),
    reject: messages.filter((message) => message.status !== "sent" && message.status !== "rejected"),
    send: messages.filter((message) => message.status === "approved"),
    assign: messages,
  };
  const run = (wanted: ManyChange) =>
    change.mutate(
      { messages: of[wanted.move], change: wanted },
      {
        onSuccess: ({ changed, left }) => {
          setAsked(null);
          toast(
            [words.done[wanted.move](changed), left.length > 0 && words.leftAlone(left.length), left[0]]
              .filter(Boolean)
              .join(" · "),
          );
          onDone();
        },
      },
    );
  return (
    <div className="flex flex-col gap-2 pb-4">
      <div
        role="toolbar"
        aria-label={words.selected(messages.length)}
        className="flex flex-wrap items-center gap-2 rounded-control border border-border bg-accent-soft px-3 py-2"
      >
        <span className="figures pr-2 font-medium">{words.selected(messages.length)}</span>
        {of.approve.length > 0 && (
          <Button emphasis="primary" busy={change.isPending} onClick={() => run({ move: "approve" })}>
            {words.moves.approve(of.approve.length)}
          </Button>
        )}
        {of.send.length > 0 && (
          <Button busy={change.isPending} onClick={() => setAsked("send")}>
            {words.moves.send(of.send.length)}
          </Button>
        )}
        <Assign onChoose={(assignee) => run({ move: "assign", assignee })} />
        {of.reject.length > 0 && (
          <Button emphasis="danger" busy={change.isPending} onClick={() => setAsked("reject")}>
            {words.moves.reject(of.reject.length)}
          </Button>
        )}
        <Button emphasis="quiet" className="ml-auto" onClick={onDone}>
          {words.unselect}
        </Button>
      </div>
      {asked !== null && (
        <Sure
          asked={asked}
          count={of[asked].length}
          busy={change.isPending}
          onSure={() => run({ move: asked })}
          onCancel={() => setAsked(null)}
        />
      )}
      <Refusal error={change.error} />
    </div>
  );
}

function Assign({ onChoose }: { onChoose: (assignee: string | null) => void }) {
  const words = useWords(HISTORY);
  const members = useMembers();
  return (
    <select
      aria-label={words.assignTo}
      className={`${CONTROL} h-9 w-auto max-md:h-11`}
      value=""
      onChange={(event) => onChoose(event.target.value === "none" ? null : event.target.value)}
    >
      <option value="" disabled>
        {words.assignTo}
      </option>
      {members.data?.items
        .filter((member) => member.role !== "viewer")
        .map((member) => (
          <option key={member.id} value={member.id}>
            {member.name ?? member.email ?? member.id}
          </option>
        ))}
      <option value="none">{words.nobody}</option>
    </select>
  );
}

interface SureProps {
  asked: Asked;
  count: number;
  busy: boolean;
  onSure: () => void;
  onCancel: () => void;
}

function Sure({ asked, count, busy, onSure, onCancel }: SureProps) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  return (
    <Notice
      tone={asked === "reject" ? "false" : "doubt"}
      action={
        <span className="flex shrink-0 gap-2">
          <Button emphasis={asked === "reject" ? "danger" : "plain"} busy={busy} onClick={onSure}>
            {words.moves[asked](count)}
          </Button>
          <Button emphasis="quiet" onClick={onCancel}>
            {common.cancel}
          </Button>
        </span>
      }
    >
      {words.sure[asked](count)}
    </Notice>
  );
}
