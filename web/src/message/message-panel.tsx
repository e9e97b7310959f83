import { Check, Copy, PenLine, Send, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { Button } from "../design/button.tsx";
import { CONTROL, Field } from "../design/field.tsx";
import { Notice } from "../design/notice.tsx";
import { EVIDENCE } from "../evidence/evidence-words.ts";
import { LengthMeter } from "../evidence/length-meter.tsx";
import { MessageText } from "../evidence/message-text.tsx";
import { ProvenEditor } from "../evidence/proven-editor.tsx";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";
import { useMay } from "../me/use-me.ts";
import { AllowanceLine } from "./allowance-line.tsx";
import { MESSAGE } from "./message-words.ts";
import type { Message } from "./queries.ts";
import type { MessageWork } from "./use-message-work.ts";
import { Refusal } from "../problems/refusal.tsx";

/** A message to read or to edit, with what can be done with it and what went wrong. */
export function MessagePanel({ work }: { work: MessageWork }) {
  const reading = useRef<HTMLDivElement>(null);
  const isEditing = work.text !== null;
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    // The editor is gone with the focus that was in it: single keys work on from the text.
    if (wasEditing.current && !isEditing) reading.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <div className="flex flex-col gap-4">
      {isEditing ? (
        <Editor work={work} />
      ) : (
        <div ref={reading} tabIndex={-1} className="outline-none">
          <MessageText message={work.message} />
        </div>
      )}
      <WorkRefused work={work} />
      {work.asksReason && <Reason work={work} />}
      {work.text === null && <Moves work={work} />}
      {isInvitation(work.message) && <AllowanceLine />}
    </div>
  );
}

/** Only invitations are counted by LinkedIn, and only what is still to be sent is worth a word. */
function isInvitation({ format, status }: Message): boolean {
  return format === "linkedin_note" && (status === "ready" || status === "approved");
}

function Editor({ work }: { work: MessageWork }) {
  const words = useWords(MESSAGE);
  const evidence = useWords(EVIDENCE);
  const { message, text, checked } = work;
  if (text === null) return null;
  const { claims, checks } = checked ?? message;
  return (
    <div
      className="flex flex-col gap-3"
      onKeyDown={(event) => {
        if (event.key === "Escape") work.cancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          work.save();
        }
      }}
    >
      {text.subject !== null && (
        <div>
          <ProvenEditor
            label={evidence.subject}
            text={text.subject}
            part="subject"
            claims={claims}
            checks={checks}
            isOneLine
            onChange={(subject) => work.setText({ ...text, subject })}
          />
          <LengthMeter used={text.subject.trim().length} limit={message.subject_limit ?? 0} />
        </div>
      )}
      <div>
        <ProvenEditor
          label={evidence.body}
          text={text.body}
          part="body"
          isFirst
          claims={claims}
          checks={checks}
          onChange={(body) => work.setText({ ...text, body })}
        />
        <div className="flex items-center gap-3 pt-1">
          <LengthMeter used={text.body.trim().length} limit={message.limit} />
          <span role="status" className="text-table text-muted">
            {work.isChecking && words.checking}
          </span>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button emphasis="primary" shortcut="Ctrl ↵" busy={work.isBusy} onClick={work.save}>
          {words.saveEdit}
        </Button>
        <Button emphasis="quiet" shortcut="Esc" onClick={work.cancel}>
          {words.stopEditing}
        </Button>
      </div>
    </div>
  );
}

/** What can be done with the message as it stands. */
function Moves({ work }: { work: MessageWork }) {
  const words = useWords(MESSAGE);
  const { status } = work.message;
  const copy = (
    <Button icon={<Copy size={16} />} shortcut="C" onClick={() => void work.copy()}>
      {words.copy}
    </Button>
  );
  if (!useMay()("messages:edit")) return <div>{copy}</div>;
  const isUndecided = status === "ready" || status === "needs_review";
  return (
    <div className="flex flex-wrap gap-2">
      {isUndecided && (
        <Button
          emphasis="primary"
          icon={<Check size={16} />}
          shortcut="A"
          busy={work.isBusy}
          onClick={() => work.approve(null)}
        >
          {words.approve}
        </Button>
      )}
      {status !== "needs_review" && status !== "rejected" && status !== "sent" && (
        <Button
          emphasis={isUndecided ? "plain" : "primary"}
          icon={<Send size={16} />}
          shortcut="⇧ C"
          busy={work.isBusy}
          onClick={() => void work.copyAndSend()}
        >
          {words.copyAndSend}
        </Button>
      )}
      {copy}
      {work.isEditable && (
        <Button icon={<PenLine size={16} />} shortcut="E" onClick={work.begin}>
          {words.edit}
        </Button>
      )}
      {work.isEditable && status !== "rejected" && (
        <Button emphasis="quiet" icon={<X size={16} />} shortcut="X" busy={work.isBusy} onClick={work.reject}>
          {words.reject}
        </Button>
      )}
    </div>
  );
}

function Reason({ work }: { work: MessageWork }) {
  const words = useWords(MESSAGE);
  const common = useWords(COMMON);
  const [reason, setReason] = useState("");
  return (
    <form
      className="flex flex-col gap-2 rounded-control border border-doubt bg-doubt-soft p-3"
      onSubmit={(event) => {
        event.preventDefault();
        work.approve(reason.trim());
      }}
    >
      <Field label={words.reason} hint={words.reasonHint}>
        {(naming) => (
          <input
            {...naming}
            // It was asked for by a key or a button: the next thing to do is to type.
            autoFocus
            required
            maxLength={500}
            className={CONTROL}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && work.stopAsking()}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" busy={work.isBusy}>
          {words.approveAnyway}
        </Button>
        <Button emphasis="quiet" onClick={work.stopAsking}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}

function WorkRefused({ work }: { work: MessageWork }) {
  const words = useWords(MESSAGE);
  if (work.error === null) return null;
  if (work.isConflict) {
    return (
      <Notice tone="doubt" action={<Button onClick={work.loadAgain}>{words.loadAgain}</Button>}>
        {words.changedElsewhere}
      </Notice>
    );
  }
  return <Refusal error={work.error} />;
}
