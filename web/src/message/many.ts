import { useMutation, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../api/client.ts";
import { Problem } from "../api/problem.ts";
import type { Message } from "./queries.ts";

/** As many as one request may name. */
const AT_ONCE = 200;
/** As many requests as are on their way at a time. */
const IN_FLIGHT = 6;

/** What came of many: how many were changed, and why the others were left alone. */
export interface ManyAnswers {
  changed: number;
  left: readonly string[];
}

/** What is done with many messages at once. `approve` takes exactly the texts that were on the screen. */
export type ManyChange = { move: "approve" | "reject" | "send" } | { move: "assign"; assignee: string | null };

/** Changes many messages; what changed meanwhile, or may not be changed, is left alone and says so. */
export function useChangeMany() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ messages, change }: { messages: readonly Message[]; change: ManyChange }) => run(messages, change),
    onSettled: () => {
      for (const key of ["messages", "message", "metrics", "allowances", "follow-ups"])
        void queryClient.invalidateQueries({ queryKey: [key] });
    },
  });
}

function run(messages: readonly Message[], change: ManyChange): Promise<ManyAnswers> {
  if (change.move === "approve") return inChunks(messages, approve);
  if (change.move === "assign") return inChunks(messages, (chunk) => assign(chunk, change.assignee));
  return oneByOne(messages, change.move === "reject" ? reject : send);
}

const approve = (messages: readonly Message[]) =>
  answer(
    api.POST("/v1/messages/approve", {
      body: { items: messages.map(({ id, fingerprint }) => ({ id, fingerprint })) },
    }),
  );

const assign = (messages: readonly Message[], assignee: string | null) =>
  answer(api.POST("/v1/messages/assign", { body: { items: messages.map(({ id }) => ({ id })), assignee } }));

const reject = ({ id }: Message) =>
  answer(api.POST("/v1/messages/{id}/reject", { params: { path: { id } }, body: {} }));

const send = ({ id }: Message) =>
  answer(
    api.POST("/v1/messages/{id}/outcomes", {
      params: { path: { id }, header: { "Idempotency-Key": crypto.randomUUID() } },
      body: { kind: "sent" },
    }),
  );

async function inChunks(
  messages: readonly Message[],
  ask: (chunk: readonly Message[]) => Promise<Schemas["ManyAnswers"]>,
): Promise<ManyAnswers> {
  const items: Schemas["AnsweredMessage"][] = [];
  for (let start = 0; start < messages.length; start += AT_ONCE)
    items.push(...(await ask(messages.slice(start, start + AT_ONCE))).items);
  const left = items.flatMap((item) => (item.problem === null ? [] : [item.problem.detail]));
  return { changed: items.length - left.length, left };
}

/** A refusal concerns one message; anything else (no connection) ends the run. */
async function oneByOne(
  messages: readonly Message[],
  ask: (message: Message) => Promise<unknown>,
): Promise<ManyAnswers> {
  const left: string[] = [];
  const waiting = [...messages];
  const work = async () => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      try {
        await ask(message);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        left.push(error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return { changed: messages.length - left.length, left };
}
