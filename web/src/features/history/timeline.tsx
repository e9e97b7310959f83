import type { Schemas } from "../../api/client.ts";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { MESSAGE } from "../../message/message-words.ts";
import type { Message } from "../../message/queries.ts";
import { HISTORY } from "./history-words.ts";
import { useReadMessage, useTimeline } from "./queries.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";

type Entry = Schemas["TimelineEntryView"];

interface Props {
  person: string;
  onOpen: (message: Message) => void;
}

/** Everything that happened with one person, newest first. */
export function Timeline({ person, onOpen }: Props) {
  const common = useWords(COMMON);
  const found = useTimeline(person);
  if (found.isError) return <NotLoaded error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <p className="py-10 text-center text-muted">{common.loading}</p>;
  const { prospect, messages, items } = found.data;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-table break-words text-muted">
        {[prospect.title, prospect.company].filter(Boolean).join(" · ")}
      </p>
      <ol className="flex flex-col border-l-2 border-border">
        {items
          .filter((entry) => entry.holds)
          .toReversed()
          .map((entry, place) => (
            <li key={place} className="relative flex flex-col gap-1 py-2 pl-4">
              <span aria-hidden="true" className="absolute top-4 -left-[5px] size-2 rounded-pill bg-outline" />
              <Told
                entry={entry}
                message={messages.find((message) => message.id === entry.message_id)}
                onOpen={onOpen}
              />
            </li>
          ))}
      </ol>
    </div>
  );
}

interface ToldProps {
  entry: Entry;
  message: Schemas["TimelineMessage"] | undefined;
  onOpen: (message: Message) => void;
}

function Told({ entry, message, onOpen }: ToldProps) {
  const words = useWords(HISTORY);
  const read = useReadMessage();
  const isWritten = entry.happening === "generated" && message !== undefined;
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">
          <Happened entry={entry} message={message} />
        </span>
        {isWritten && <StatusBadge status={message.status} />}
        <span className="text-table text-muted">{formatMoment(entry.at)}</span>
      </span>
      {isWritten && (
        <>
          <p className="line-clamp-2 text-table text-muted">{message.body}</p>
          <button
            type="button"
            className="self-start text-table text-accent underline underline-offset-2"
            onClick={() => read.mutate(message.id, { onSuccess: onOpen })}
          >
            {words.seeMessage}
          </button>
        </>
      )}
      {entry.outcome?.note && <p className="text-table break-words text-muted">{entry.outcome.note}</p>}
    </>
  );
}

function Happened({ entry: { happening, outcome }, message }: Omit<ToldProps, "onOpen">): string {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const { outcomes, sentiments, undone } = useWords(MESSAGE);
  if (happening === "generated") return words.written(message === undefined ? "" : common.formats[message.format]);
  if (happening !== "outcome") return words.happenings[happening];
  const kind = outcome?.kind;
  const said = kind === undefined || kind === null ? undone : outcomes[kind];
  return outcome?.sentiment ? `${said}, ${sentiments[outcome.sentiment]}` : said;
}
