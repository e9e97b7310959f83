import { CalendarClock, Layers, PenLine } from "lucide-react";
import { Link, useNavigate } from "react-router";

import { Button } from "../../design/button.tsx";
import { CONTROL } from "../../design/field.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatDate, formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import type { Message } from "../../message/queries.ts";
import { HISTORY } from "./history-words.ts";
import { type FollowUp, useFollowUps, usePutFollowUp, useWriteFollowUp, useWriteFollowUps } from "./queries.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";
import { Refusal } from "../../problems/refusal.tsx";

const PUT_OFF_DAYS = [1, 3, 7, 14] as const;
const FEWEST_OF_A_BATCH = 2;
const DAY_MS = 86_400_000;

/** Who is to be written to again today: write it, put it off, or give it up. */
export function FollowUps({ onOpen }: { onOpen: (message: Message) => void }) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const due = useFollowUps();
  if (due.isError) {
    return <NotLoaded error={due.error} onRetry={() => void due.refetch()} />;
  }
  if (due.isPending) return <p className="py-10 text-center text-muted">{common.loading}</p>;
  if (due.data.items.length === 0) return <EmptyState title={words.noDue}>{words.noDueDetail}</EmptyState>;
  return (
    <>
      <WriteMany due={due.data.items} />
      <ul
        aria-label={words.dueList}
        className="flex flex-col divide-y divide-border rounded-control border border-border bg-raised"
      >
        {due.data.items.map((one) => (
          <DueRow key={one.follows} due={one} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}

/** All that are listed, a batch for each format: what comes due meanwhile is not among them. */
function WriteMany({ due }: { due: readonly FollowUp[] }) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const navigate = useNavigate();
  const mayWrite = useMay()("messages:generate");
  const write = useWriteFollowUps();
  if (!mayWrite || due.length < FEWEST_OF_A_BATCH) return null;
  const formats = [...new Set(due.map(({ format }) => format))];
  const start = (format: FollowUp["format"]) => {
    const chosen = due.filter((one) => one.format === format);
    const name = words.dueBatch(common.formats[format], formatDate(new Date().toISOString().slice(0, 10)));
    write.mutate(
      { name, due: chosen, format, key: crypto.randomUUID() },
      { onSuccess: (batch) => void navigate(`/lotes/${batch.id}`) },
    );
  };
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      {formats.map((format) => (
        <Button key={format} icon={<Layers size={16} />} busy={write.isPending} onClick={() => start(format)}>
          {words.writeMany(due.filter((one) => one.format === format).length, common.formats[format])}
        </Button>
      ))}
      <Link to="/lotes/programados" className="text-table text-accent hover:underline">
        {words.scheduleDue}
      </Link>
      <Refusal error={write.error} />
    </div>
  );
}

function DueRow({ due, onOpen }: { due: FollowUp; onOpen: (message: Message) => void }) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const may = useMay();
  const write = useWriteFollowUp();
  const { full_name, title, company } = due.message.prospect;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <div className="min-w-0 flex-1 basis-64">
        <button
          type="button"
          className="max-w-full truncate text-left font-medium hover:underline"
          onClick={() => onOpen(due.message)}
        >
          {full_name}
          <span className="font-normal text-muted"> {[title, company].filter(Boolean).join(" · ")}</span>
        </button>
        <p className="text-table text-muted">
          {words.sentAt(common.formats[due.message.format], formatMoment(due.sent_at))} ·{" "}
          {words.number(due.number, due.is_last)} · {words.dueSince(formatDate(due.due_on))}
        </p>
        {write.isError && (
          <p role="alert" className="text-table text-false">
            {write.error.message}
          </p>
        )}
      </div>
      {may("messages:generate") && (
        <Button
          icon={<PenLine size={16} />}
          busy={write.isPending}
          onClick={() => write.mutate({ due, key: crypto.randomUUID() }, { onSuccess: onOpen })}
        >
          {write.isPending ? words.writing : words.writeFollowUp}
        </Button>
      )}
      {may("messages:edit") && <PutOff due={due} />}
    </li>
  );
}

function PutOff({ due }: { due: FollowUp }) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const toast = useToast();
  const put = usePutFollowUp();
  const undo = { label: common.undo, run: () => put.mutate({ due, change: { state: "waiting" } }) };
  const putOff = (days: number) => {
    const due_on = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    put.mutate(
      { due, change: { state: "waiting", due_on } },
      { onSuccess: () => toast(words.putOffTo(formatDate(due_on)), undo) },
    );
  };
  return (
    <>
      <span className="relative inline-flex items-center">
        <CalendarClock size={16} aria-hidden="true" className="pointer-events-none absolute left-2 text-muted" />
        <select
          aria-label={`${words.putOff}: ${due.message.prospect.full_name}`}
          className={`${CONTROL} h-9 w-auto pl-8 max-md:h-11`}
          value=""
          disabled={put.isPending}
          onChange={(event) => putOff(Number(event.target.value))}
        >
          <option value="" disabled>
            {words.putOff}
          </option>
          {PUT_OFF_DAYS.map((days) => (
            <option key={days} value={days}>
              {words.days(days)}
            </option>
          ))}
        </select>
      </span>
      <Button
        emphasis="quiet"
        busy={put.isPending}
        onClick={() =>
          put.mutate({ due, change: { state: "stopped" } }, { onSuccess: () => toast(words.gaveUp, undo) })
        }
      >
        {words.giveUp}
      </Button>
      {put.isError && (
        <p role="alert" className="w-full text-table text-false">
          {put.error.message}
        </p>
      )}
    </>
  );
}
