import { useCallback, useState } from "react";

import { Problem } from "../api/problem.ts";
import { copyText } from "../design/copy.ts";
import { useToast } from "../design/toasts.tsx";
import { useSettled } from "../design/use-settled.ts";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";
import { MESSAGE } from "./message-words.ts";
import {
  type Message,
  type Text,
  useApprove,
  useCheckedText,
  useEdit,
  useMessage,
  useNoteOutcome,
  useReject,
} from "./queries.ts";
import { noteUse, type UserAction } from "../usage/note-use.ts";

/** A message before it is sent may be edited; one that was sent is as it was read. */
const OPEN: readonly Message["status"][] = ["ready", "needs_review", "approved", "rejected"];

const PRECONDITION_FAILED = 412;
const CONFLICT = 409;

/**
 * Everything that a person does with one message: the text that they are writing, what the gate says to it, and the
 * moves. `onChanged` hears of every change that the server has kept.
 */
export function useMessageWork(given: Message, onChanged?: (message: Message) => void) {
  const words = useWords(MESSAGE);
  const common = useWords(COMMON);
  const toast = useToast();
  const current = useMessage(given);
  const message = current.data;
  const [text, setText] = useState<Text | null>(null);
  const [asksReason, setAsksReason] = useState(false);
  const checked = useCheckedText(message, useSettled(text, 300));
  const edit = useEdit();
  const approve = useApprove();
  const reject = useReject();
  const note = useNoteOutcome();

  const kept = useCallback(
    (said: string, action: UserAction) => (changed: Message) => {
      noteUse(action);
      setText(null);
      setAsksReason(false);
      toast(said);
      onChanged?.(changed);
    },
    [toast, onChanged],
  );
  const isEditable = OPEN.includes(message.status);
  const begin = () => isEditable && setText({ subject: message.subject, body: message.body });
  const save = () => text !== null && edit.mutate({ message, text }, { onSuccess: kept(words.saved, "edited") });
  const approveIt = (reason: string | null) => {
    if (text !== null || message.status === "approved" || message.status === "sent") return;
    if (message.status === "needs_review" && reason === null) setAsksReason(true);
    else approve.mutate({ message, reason }, { onSuccess: kept(words.approved, "approved") });
  };
  const rejectIt = () => {
    if (isEditable && message.status !== "rejected")
      reject.mutate(message, { onSuccess: kept(words.rejected, "rejected") });
  };
  const copy = async () => {
    const whole = message.subject === null ? message.body : `${message.subject}\n\n${message.body}`;
    const isCopied = await copyText(whole);
    if (isCopied) noteUse("copied");
    else toast(words.copyFailed);
    return isCopied;
  };
  const undo = (corrects: string) =>
    note.mutate({ message, outcome: { kind: null, corrects } }, { onSuccess: () => toast(words.undone) });
  const noteIt = (outcome: Parameters<typeof note.mutate>[0]["outcome"], said = words.noted) =>
    note.mutate(
      { message, outcome },
      {
        onSuccess: (made) => {
          if (outcome.kind === "sent") noteUse("marked_sent");
          toast(said, { label: common.undo, run: () => undo(made.id) });
        },
      },
    );
  const copyOnly = async () => {
    if (await copy()) toast(words.copied);
  };
  /** One key from draft to sent: what is ready is approved on the way, since whoever copies it has read it. */
  const copyAndSend = async () => {
    if (message.status === "needs_review" || text !== null) {
      setAsksReason(message.status === "needs_review");
      return;
    }
    if (!(await copy())) return;
    const send = () => noteIt({ kind: "sent" }, words.copiedAndSent);
    if (message.status === "ready") approve.mutate({ message, reason: null }, { onSuccess: send });
    else if (message.status === "approved") send();
  };

  const error = edit.error ?? approve.error ?? reject.error ?? note.error;
  const isConflict = error instanceof Problem && [PRECONDITION_FAILED, CONFLICT].includes(error.status);
  return {
    message,
    text,
    setText,
    checked: checked.data,
    isChecking: checked.isFetching,
    isEditable,
    asksReason,
    isBusy: edit.isPending || approve.isPending || reject.isPending || note.isPending,
    error,
    isConflict: isConflict && edit.error !== null,
    begin,
    cancel: () => {
      setText(null);
      edit.reset();
    },
    save,
    approve: approveIt,
    stopAsking: () => setAsksReason(false),
    reject: rejectIt,
    copy: copyOnly,
    copyAndSend,
    note: noteIt,
    undo,
    loadAgain: () => {
      setText(null);
      edit.reset();
      void current.refetch();
    },
  };
}

export type MessageWork = ReturnType<typeof useMessageWork>;
