import { useMutation, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../api/client.ts";
import type { Message } from "./queries.ts";
import { refreshPagesOf } from "./refresh.ts";
import { noteUse } from "../usage/note-use.ts";

/** As many as one request may name. */
const AT_ONCE = 200;

/** What came of many: how many were changed, and why the others were left alone. */
interface ManyAnswers {
  changed: number;
  left: readonly string[];
}

/** What is done with many messages at once. `approve` takes exactly the texts that were on the screen. */
export type ManyChange = { move: "approve" | "reject" | "send" } | { move: "assign"; assignee: string | null };

const NOTED = { approve: "approved", reject: "rejected", send: "marked_sent" } as const;

/** Changes many messages; what changed meanwhile, or may not be changed, is left alone and says so. */
export function useChangeMany() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ messages, change }: { messages: readonly Message[]; change: ManyChange }) => {
      const items: Schemas["AnsweredMessage"][] = [];
      for (let start = 0; start < messages.length; start += AT_ONCE)
        items.push(...(await ask(messages.slice(start, start + AT_ONCE), change)).items);
      const left = items.flatMap((item) => (item.problem === null ? [] : [item.problem.detail]));
      return { changed: items.length - left.length, left } satisfies ManyAnswers;
    },
    onSuccess: (_, { change }) => {
      if (change.move !== "assign") noteUse(NOTED[change.move]);
    },
    onSettled: (_, __, { messages }) => {
      void refreshPagesOf(queryClient, new Set(messages.map(({ id }) => id)));
      for (const key of ["message", "metrics", "allowances", "follow-ups"])
        void queryClient.invalidateQueries({ queryKey: [key] });
    },
  });
}

function ask(messages: readonly Message[], change: ManyChange): Promise<Schemas["ManyAnswers"]> {
  const items = messages.map(({ id }) => ({ id }));
  switch (change.move) {
    case "approve": {
      const seen = messages.map(({ id, fingerprint }) => ({ id, fingerprint }));
      return answer(api.POST("/v1/messages/approve", { body: { items: seen } }));
    }
    case "assign":
      return answer(api.POST("/v1/messages/assign", { body: { items, assignee: change.assignee } }));
    case "reject":
      return answer(api.POST("/v1/messages/reject", { body: { items } }));
    case "send":
      return answer(api.POST("/v1/messages/mark-sent", { body: { items } }));
  }
}
