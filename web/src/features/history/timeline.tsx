import { Notice } from "../../design/notice.tsx";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { MESSAGE } from "../../message/message-words.ts";
import type { Message } from "../../message/queries.ts";
import { HISTORY } from "./history-words.ts";
import { usePerson } from "./queries.ts";
import { eventsOf, type PersonEvent } from "./person-events.ts";

interface Props {
  person: string;
  onOpen: (message: Message) => void;
}

/** Everything that happened with one person, newest first. */
export function Timeline({ person, onOpen }: Props) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const found = usePerson(person, true);
  if (found.isError) return <Notice tone="false">{found.error.message}</Notice>;
  if (found.isPending) return <p className="py-10 text-center text-muted">{common.loading}</p>;
  const { prospect, suppressions } = found.data;
  const known = [prospect.title, prospect.company, prospect.location].filter(Boolean).join(" · ");
  const reached = [prospect.email, prospect.linkedin_url].filter(Boolean).join(" · ");
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1 text-table break-words text-muted">
        {known !== "" && <p>{known}</p>}
        {reached !== "" && <p>{reached}</p>}
      </div>
      {suppressions.some((entry) => entry.lifted_at === null) && <Notice tone="doubt">{words.suppressed}</Notice>}
      <ol className="flex flex-col border-l-2 border-border">
        {eventsOf(found.data).map((event) => (
          <li key={event.key} className="relative flex flex-col gap-1 py-2 pl-4">
            <span aria-hidden="true" className="absolute top-4 -left-[5px] size-2 rounded-pill bg-outline" />
            <Told event={event} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Told({ event, onOpen }: { event: PersonEvent; onOpen: (message: Message) => void }) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const message = useWords(MESSAGE);
  const moment = <span className="text-table text-muted">{formatMoment(event.at)}</span>;
  if (event.kind === "written") {
    return (
      <>
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{words.written(common.formats[event.message.format])}</span>
          <StatusBadge status={event.message.status} />
          {moment}
        </span>
        <p className="line-clamp-2 text-table text-muted">{event.message.body}</p>
        <button
          type="button"
          className="self-start text-table text-accent underline underline-offset-2"
          onClick={() => onOpen(event.message)}
        >
          {words.seeMessage}
        </button>
      </>
    );
  }
  const { outcome } = event;
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{outcome.kind === null ? message.undone : message.outcomes[outcome.kind]}</span>
        {outcome.sentiment !== null && <span>{message.sentiments[outcome.sentiment]}</span>}
        {moment}
      </span>
      {outcome.note !== null && <p className="text-table break-words text-muted">{outcome.note}</p>}
    </>
  );
}
