import { TriangleAlert } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { classes } from "../../design/class-names.ts";
import { useToast } from "../../design/toasts.tsx";
import { FactList } from "../../evidence/fact-list.tsx";
import { Findings } from "../../evidence/findings.tsx";
import { Evidence } from "../../evidence/lit-facts.tsx";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { type Shortcut, useShortcuts } from "../../keyboard/shortcuts.tsx";
import { useMay } from "../../me/use-me.ts";
import { useChangeMany } from "../../message/many.ts";
import { MessagePanel } from "../../message/message-panel.tsx";
import { useMessageShortcuts } from "../../message/message-shortcuts.ts";
import { useMessageWork } from "../../message/use-message-work.ts";
import { BATCHES } from "./batches-words.ts";
import { type Batch, useBatchMessages } from "./queries.ts";

type Message = Schemas["MessageView"];
type Shown = "all" | "needs_review" | "advised" | "ready" | "approved";

const STATUS_OF: Record<Shown, Message["status"] | null> = {
  all: null,
  needs_review: "needs_review",
  advised: "ready",
  ready: "ready",
  approved: "approved",
};

/** Clean ones in one go, flagged ones one after another: the list at the left, one message large at the right. */
export function ReviewQueue({ batch }: { batch: Batch }) {
  const words = useWords(BATCHES);
  const [shown, setShown] = useState<Shown>("all");
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useBatchMessages(batch, STATUS_OF[shown]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = found;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const messages = useMemo(() => {
    const listed = sorted(found.data?.pages.flatMap((page) => page.items) ?? []);
    return shown === "advised" ? listed.filter(isAdvised) : listed;
  }, [found.data, shown]);
  const place = Math.max(
    messages.findIndex((message) => message.id === chosen),
    0,
  );
  const current = messages[place];
  const shortcuts = useMemo<Shortcut[]>(() => {
    const go = (step: number) => () =>
      setChosen(messages[Math.min(Math.max(place + step, 0), messages.length - 1)]?.id ?? null);
    return [
      { keys: "j", label: words.next, run: go(1) },
      { keys: "k", label: words.previous, run: go(-1) },
    ];
  }, [words, messages, place]);
  useShortcuts(shortcuts);
  /** The next one that nobody has decided on, behind the current one first. */
  const goOn = () => {
    const undecided = [...messages.slice(place + 1), ...messages.slice(0, place)].find(
      (message) => message.status === "needs_review" || message.status === "ready",
    );
    if (undecided !== undefined) setChosen(undecided.id);
  };
  return (
    <section aria-labelledby="review-title" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="review-title" className="text-title font-semibold">
          {words.review}
        </h2>
        <Choice<Shown>
          label={words.messages}
          value={shown}
          onChange={setShown}
          options={[
            { value: "all", label: words.filterAll },
            { value: "needs_review", label: words.filterFlagged },
            { value: "advised", label: words.filterAdvised },
            { value: "ready", label: words.filterReady },
            { value: "approved", label: words.filterApproved },
          ]}
        />
        <ApproveReady messages={messages} withAdvised={shown === "advised"} onShowAdvised={() => setShown("advised")} />
      </div>
      {messages.length === 0 && found.isSuccess && <p className="py-6 text-center text-muted">{words.nothingHere}</p>}
      {current !== undefined && (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <MessageNames messages={messages} current={current.id} onChoose={setChosen} />
          <Evidence>
            <Reviewed key={current.id} message={current} onDecided={goOn} />
          </Evidence>
        </div>
      )}
    </section>
  );
}

/** Whether a message could be sent as it is, but a check advises somebody to look at it. */
function isAdvised(message: Message): boolean {
  return message.status === "ready" && message.checks.some((check) => check.verdict === "warn");
}

/** What needs a person comes first, then what a check advises on; otherwise the order of the file. */
function sorted(messages: readonly Message[]): Message[] {
  const weight = (message: Message) => (message.status === "needs_review" ? 0 : isAdvised(message) ? 1 : 2);
  return messages.toSorted(
    (one, other) => weight(one) - weight(other) || one.created_at.localeCompare(other.created_at),
  );
}

interface ApproveReadyProps {
  messages: readonly Message[];
  withAdvised: boolean;
  onShowAdvised: () => void;
}

/**
 * Approves what is ready on this very list and what no check advises on; those with advice only where they are what is
 * shown. What appears or changes meanwhile is not touched.
 */
function ApproveReady({ messages, withAdvised, onShowAdvised }: ApproveReadyProps) {
  const words = useWords(BATCHES);
  const toast = useToast();
  const change = useChangeMany();
  const mayApprove = useMay()("messages:edit");
  const advised = messages.filter(isAdvised);
  const ready = withAdvised ? advised : messages.filter((message) => message.status === "ready" && !isAdvised(message));
  if (!mayApprove || ready.length + advised.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {advised.length > 0 && !withAdvised && (
        <Button emphasis="quiet" onClick={onShowAdvised}>
          {words.seeAdvised(advised.length)}
        </Button>
      )}
      {ready.length > 0 && (
        <Button
          emphasis="primary"
          busy={change.isPending}
          onClick={() =>
            change.mutate(
              { messages: ready, change: { move: "approve" } },
              {
                onSuccess: ({ changed, left }) =>
                  toast(
                    [words.approvedMany(changed), left.length > 0 && words.leftAlone(left.length)]
                      .filter(Boolean)
                      .join(" · "),
                  ),
              },
            )
          }
        >
          {withAdvised ? words.approveAdvised(ready.length) : words.approveReady(ready.length)}
        </Button>
      )}
    </div>
  );
}

interface NamesProps {
  messages: readonly Message[];
  current: string;
  onChoose: (id: string) => void;
}

/** As many names as a person may look through; beyond that the filters help. */
const MOST_NAMES = 80;

function MessageNames({ messages, current, onChoose }: NamesProps) {
  const words = useWords(BATCHES);
  const list = useRef<HTMLOListElement>(null);
  const place = messages.findIndex((message) => message.id === current);
  const first = Math.max(0, Math.min(place - MOST_NAMES / 2, messages.length - MOST_NAMES));
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <ol
      ref={list}
      aria-label={words.messages}
      className="flex max-h-[70vh] flex-col overflow-y-auto rounded-control border border-border bg-raised max-lg:max-h-48"
    >
      {messages.slice(first, first + MOST_NAMES).map((message) => (
        <li key={message.id}>
          <button
            type="button"
            aria-current={message.id === current}
            onClick={() => onChoose(message.id)}
            className={classes(
              "flex h-10 w-full items-center justify-between gap-2 border-b border-border px-3 text-left text-table",
              message.id === current ? "bg-accent-soft font-medium" : "hover:bg-sunken",
            )}
          >
            <span className="flex min-w-0 items-center gap-1">
              <span className="truncate">{message.prospect.full_name}</span>
              {isAdvised(message) && (
                <TriangleAlert size={14} className="shrink-0 text-doubt" aria-label={words.filterAdvised} />
              )}
            </span>
            <StatusBadge status={message.status} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function Reviewed({ message: given, onDecided }: { message: Message; onDecided: () => void }) {
  const work = useMessageWork(given, (changed) => {
    if (changed.status === "approved" || changed.status === "rejected") onDecided();
  });
  useMessageShortcuts(work);
  const { message } = work;
  const shown = work.text === null ? message : (work.checked ?? message);
  const { title, company } = message.prospect;
  return (
    <div className="grid min-w-0 grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
      <article className="flex min-w-0 flex-col gap-4 rounded-control border border-border bg-raised p-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <div className="min-w-0">
            <h3 className="text-title font-semibold">{message.prospect.full_name}</h3>
            <p className="truncate text-table text-muted">{[title, company].filter(Boolean).join(" · ")}</p>
          </div>
          <StatusBadge status={shown.status} />
        </div>
        <MessagePanel work={work} />
      </article>
      <div className="flex min-w-0 flex-col gap-4 rounded-control border border-border bg-raised p-4">
        <Findings checks={shown.checks} />
        <FactList facts={shown.facts} claims={shown.claims} />
      </div>
    </div>
  );
}
