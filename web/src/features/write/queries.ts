import { useMutation, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";
import { asRequest, type Person } from "./person.ts";
import type { Wishes } from "./work.ts";
import { noteUse } from "../../usage/note-use.ts";

interface Wanted {
  person: Person;
  wishes: Wishes;
  /** The message whose place the new one takes. */
  replaces: string | null;
  /** One for each press of the button: a repetition after a lost connection answers the message that exists. */
  key: string;
}

/** Writes one message. */
export function useGenerate() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ person, wishes, replaces, key }: Wanted): Promise<Schemas["MessageView"]> =>
      answer(
        api.POST("/v1/generations", {
          params: { header: { "Idempotency-Key": key } },
          body: {
            ...asRequest(person),
            format: wishes.format,
            language: wishes.language,
            register: wishes.language === "en" ? null : wishes.register,
            role: wishes.role,
            instructions: wishes.instructions.trim() || null,
            replaces,
          },
        }),
      ) as Promise<Schemas["MessageView"]>,
    onSuccess: () => {
      noteUse("generated");
      void queryClient.invalidateQueries({ queryKey: ["messages"] });
    },
  });
}
