import type { Schemas } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { formatMoment } from "../i18n/formats.ts";
import { useWords } from "../i18n/use-words.ts";
import { useMay } from "../me/use-me.ts";
import { MESSAGE } from "./message-words.ts";
import { type Message, useOutcomes } from "./queries.ts";
import type { MessageWork } from "./use-message-work.ts";

type Kind = Schemas["OutcomeKind"];
type Sentiment = Schemas["Sentiment"];

/** What can come of a sent message, in the order in which it does; replies say how they sound. */
const CHOICES: readonly { kind: Kind; sentiment: Sentiment | null; formats?: readonly Message["format"][] }[] = [
  { kind: "accepted", sentiment: null, formats: ["linkedin_note"] },
  { kind: "replied", sentiment: "positive" },
  { kind: "replied", sentiment: "neutral" },
  { kind: "replied", sentiment: "negative" },
  { kind: "meeting", sentiment: null },
  { kind: "won", sentiment: null },
  { kind: "lost", sentiment: null },
  { kind: "out_of_office", sentiment: null },
  { kind: "bounced", sentiment: null, formats: ["email"] },
  { kind: "unsubscribed", sentiment: null },
];

/** What happened to a sent message: noted with one press, taken back with another. */
export function Outcomes({ work }: { work: MessageWork }) {
  const words = useWords(MESSAGE);
  const { message } = work;
  const outcomes = useOutcomes(message);
  const mayNote = useMay()("messages:edit");
  if (message.status !== "sent") return null;
  const offered = CHOICES.filter((choice) => choice.formats === undefined || choice.formats.includes(message.format));
  return (
    <section aria-labelledby="outcomes-title" className="flex flex-col gap-2">
      <h3 id="outcomes-title" className="text-base font-semibold">
        {words.whatHappened}
      </h3>
      <div className="flex flex-wrap gap-2">
        {(mayNote ? offered : []).map(({ kind, sentiment }) => (
          <Button key={`${kind}.${sentiment}`} disabled={work.isBusy} onClick={() => work.note({ kind, sentiment })}>
            {words.outcomes[kind]}
            {sentiment !== null && `, ${words.sentiments[sentiment]}`}
          </Button>
        ))}
      </div>
      <ol className="flex flex-col gap-1 text-table text-muted">
        {outcomes.data?.items.map((outcome) => (
          <li key={outcome.id}>
            {formatMoment(outcome.occurred_at)} · {outcome.kind === null ? words.undone : words.outcomes[outcome.kind]}
            {outcome.sentiment !== null && `, ${words.sentiments[outcome.sentiment]}`}
            {outcome.note !== null && ` · ${outcome.note}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
