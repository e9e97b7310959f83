import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../api/client.ts";
import { refreshPagesOf } from "./refresh.ts";

export type Message = Schemas["MessageView"];

/** A text that somebody is writing in the place of a message's own. */
export interface Text {
  subject: string | null;
  body: string;
}

/** The message as it stands now; `given` is what the screen knows of it already. */
export function useMessage(given: Message) {
  return useQuery({
    queryKey: ["message", given.id],
    queryFn: ({ signal }) => answer(api.GET("/v1/messages/{id}", { params: { path: { id: given.id } }, signal })),
    initialData: given,
    staleTime: 5_000,
  });
}

/** What the gate would say to the text; the last answer stays while the next one is on its way. */
export function useCheckedText(message: Message, text: Text | null) {
  return useQuery({
    queryKey: ["check", message.id, text],
    queryFn: ({ signal }) =>
      answer(api.POST("/v1/messages/{id}/check", { params: { path: { id: message.id } }, body: text ?? {}, signal })),
    enabled: text !== null && text.body.trim() !== "" && text.subject?.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Keeps what a change answered, and has the pages that show the message look again. */
function useKeep() {
  const queryClient = useQueryClient();
  return (message: Message) => {
    queryClient.setQueryData(["message", message.id], message);
    void refreshPagesOf(queryClient, new Set([message.id]));
    void queryClient.invalidateQueries({ queryKey: ["metrics"] });
  };
}

export function useEdit() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ message, text }: { message: Message; text: Text }) =>
      answer(
        api.PATCH("/v1/messages/{id}", {
          params: { path: { id: message.id }, header: { "If-Match": `"${message.fingerprint}"` } },
          body: message.subject === null ? { body: text.body } : text,
        }),
      ),
    onSuccess: keep,
  });
}

export function useApprove() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ message, reason }: { message: Message; reason: string | null }) =>
      answer(
        api.POST("/v1/messages/{id}/approve", {
          params: { path: { id: message.id } },
          body: { fingerprint: message.fingerprint, reason },
        }),
      ),
    onSuccess: keep,
  });
}

export function useReject() {
  const keep = useKeep();
  return useMutation({
    mutationFn: (message: Message) =>
      answer(api.POST("/v1/messages/{id}/reject", { params: { path: { id: message.id } }, body: {} })),
    onSuccess: keep,
  });
}

interface NewOutcome {
  message: Message;
  outcome: Schemas["NewOutcome"];
}

/** Notes what happened; answers the outcome, so that it can be taken back. */
export function useNoteOutcome() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ message, outcome }: NewOutcome) =>
      answer(
        api.POST("/v1/messages/{id}/outcomes", {
          params: { path: { id: message.id }, header: { "Idempotency-Key": crypto.randomUUID() } },
          body: outcome,
        }),
      ),
    onSuccess: (_, { message }) => {
      void queryClient.invalidateQueries({ queryKey: ["allowances"] });
      void queryClient.invalidateQueries({ queryKey: ["follow-ups"] });
      void queryClient.invalidateQueries({ queryKey: ["timeline"] });
      void queryClient.invalidateQueries({ queryKey: ["message", message.id] });
      void queryClient.invalidateQueries({ queryKey: ["outcomes", message.id] });
      void refreshPagesOf(queryClient, new Set([message.id]));
      void queryClient.invalidateQueries({ queryKey: ["metrics"] });
    },
  });
}

export function useOutcomes(message: Message) {
  return useQuery({
    queryKey: ["outcomes", message.id],
    queryFn: ({ signal }) =>
      answer(api.GET("/v1/messages/{id}/outcomes", { params: { path: { id: message.id } }, signal })),
    enabled: message.status === "sent",
  });
}
