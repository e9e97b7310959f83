import type { Schemas } from "../../api/client.ts";

type Message = Schemas["MessageView"];

/** Something that happened with a person: a message was written, or something came of one. */
export type PersonEvent = { key: string; at: string } & (
  { kind: "written"; message: Message } | { kind: "outcome"; outcome: Schemas["OutcomeView"] }
);

/** All of a person's messages and outcomes, newest first; what was taken back and its correction are both left out. */
export function eventsOf({ messages, outcomes }: Pick<Schemas["PersonView"], "messages" | "outcomes">): PersonEvent[] {
  const corrected = new Set(outcomes.map((outcome) => outcome.corrects));
  const standing = outcomes.filter((outcome) => outcome.kind !== null && !corrected.has(outcome.id));
  return [
    ...messages.map((message): PersonEvent => ({ key: message.id, at: message.created_at, kind: "written", message })),
    ...standing.map((outcome): PersonEvent => ({ key: outcome.id, at: outcome.occurred_at, kind: "outcome", outcome })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
}
