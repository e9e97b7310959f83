import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";
import { saveFile } from "../../design/save-file.ts";
import type { Filters } from "./filters.ts";
import { noteUse } from "../../usage/note-use.ts";

const PAGE = 100;
const A_LOT = 200;

/** The filters as the API takes them. */
function asQuery({ status, format, ...others }: Filters) {
  return {
    ...others,
    status: status as Schemas["MessageStatus"] | undefined,
    format: format as Schemas["Format"] | undefined,
  };
}

/** The messages that pass the filters, newest first, a page at a time. */
export function useMessages(filters: Filters, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["messages", filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/messages", {
          params: { query: { limit: PAGE, cursor: pageParam, ...asQuery(filters) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled,
    // A list that was scrolled far has many pages: coming back to the window is no reason to ask for all of them.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
    refetchOnReconnect: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
  });
}

/** Everything that happened with one person, in order. */
export function useTimeline(id: string | null) {
  return useQuery({
    queryKey: ["timeline", id],
    queryFn: ({ signal }) =>
      answer(api.GET("/v1/prospects/{id}/timeline", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== null,
  });
}

/** Reads one whole message, on request. */
export function useReadMessage() {
  return useMutation({
    mutationFn: (id: string) => answer(api.GET("/v1/messages/{id}", { params: { path: { id } } })),
  });
}

interface Wanted {
  filters: Filters;
  layout: Schemas["ExportLayout"];
  format: Schemas["ExportFormat"];
}

/** Asks for a file and fetches it: its address is good once. */
export function useExport() {
  return useMutation({
    mutationFn: async ({ filters, layout, format }: Wanted) => {
      const { id } = await answer(api.POST("/v1/exports", { body: { layout, format, filter: asQuery(filters) } }));
      const path = { params: { path: { id } }, parseAs: "blob" } as const;
      const file =
        format === "csv"
          ? await answer(api.GET("/v1/exports/{id}/messages.csv", path))
          : await answer(api.GET("/v1/exports/{id}/messages.jsonl", path));
      saveFile(`${layout}.${format}`, file);
      noteUse("exported");
    },
  });
}

export type FollowUp = Schemas["FollowUpView"];

/** Who is due for a follow-up by today, whoever has waited longest first. */
export function useFollowUps() {
  return useQuery({
    queryKey: ["follow-ups"],
    queryFn: ({ signal }) => answer(api.GET("/v1/follow-ups", { params: { query: { limit: A_LOT } }, signal })),
  });
}

/** Writes the follow-up of a message; the key is one for each press of the button. */
export function useWriteFollowUp() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ due, key }: { due: FollowUp; key: string }) =>
      answer(
        api.POST("/v1/generations", {
          params: { header: { "Idempotency-Key": key } },
          body: { follows: due.follows, format: due.format },
        }),
      ) as Promise<Schemas["MessageView"]>,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ["messages"] });
      void queryClient.invalidateQueries({ queryKey: ["follow-ups"] });
    },
  });
}

/** Writes several follow-ups of one format in a batch; the key is one for each press of the button. */
export function useWriteFollowUps() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ name, due, format, key }: ManyDue) =>
      answer(
        api.POST("/v1/batches", {
          params: { header: { "Idempotency-Key": key } },
          body: { name, format, follow_ups: { ids: due.map(({ follows }) => follows) } },
        }),
      ) as Promise<Schemas["BatchView"]>,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ["batches"] });
      void queryClient.invalidateQueries({ queryKey: ["follow-ups"] });
    },
  });
}

interface ManyDue {
  name: string;
  due: readonly FollowUp[];
  format: FollowUp["format"];
  key: string;
}

interface Put {
  due: FollowUp;
  change: Schemas["FollowUpChange"];
}

/** Puts a follow-up off, gives it up, or lets it come after all. */
export function usePutFollowUp() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ due, change }: Put) =>
      answer(api.PUT("/v1/follow-ups/{id}", { params: { path: { id: due.follows } }, body: change })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["follow-ups"] }),
  });
}
