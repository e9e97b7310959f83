import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";
import { saveFile } from "../../design/save-file.ts";
import { noteUse } from "../../usage/note-use.ts";

export type Batch = Schemas["BatchView"];
type Message = Schemas["MessageView"];

const PAGE = 200;
const OPEN_STATES: readonly Batch["state"][] = ["queued", "running"];

/** Whether a batch still moves by itself. */
export function isMoving(batch: Batch): boolean {
  return OPEN_STATES.includes(batch.state);
}

export function useBatches() {
  return useQuery({
    queryKey: ["batches"],
    queryFn: ({ signal }) => answer(api.GET("/v1/batches", { params: { query: { limit: 100 } }, signal })),
    refetchInterval: (query) => (query.state.data?.items.some(isMoving) === true ? 2000 : false),
  });
}

/** One batch, asked for again as often as it says while it moves. */
export function useBatch(id: string) {
  return useQuery({
    queryKey: ["batch", id],
    queryFn: ({ signal }) => answer(api.GET("/v1/batches/{id}", { params: { path: { id } }, signal })),
    refetchInterval: (query) => {
      const batch = query.state.data;
      return batch !== undefined && isMoving(batch) ? (batch.poll_after_ms ?? 2000) : false;
    },
  });
}

/** The batch's messages in a state, all pages of them, growing while it runs. */
export function useBatchMessages(batch: Batch, status: Message["status"] | null) {
  return useInfiniteQuery({
    queryKey: ["messages", "batch", batch.id, status, batch.counts.done],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/messages", {
          params: { query: { batch: batch.id, status: status ?? undefined, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The rows that ended with an error. */
export function useFailedItems(batch: Batch) {
  return useQuery({
    queryKey: ["items", batch.id, batch.counts.failed],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/v1/batches/{id}/items", {
          params: { path: { id: batch.id }, query: { state: "failed", limit: PAGE } },
          signal,
        }),
      ),
    enabled: batch.counts.failed > 0,
  });
}

type Move = "pause" | "resume" | "cancel" | "retry-failed";

export function useMoveBatch(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (move: Move) => {
      const path = { params: { path: { id } } };
      if (move === "pause") return answer(api.POST("/v1/batches/{id}/pause", path));
      if (move === "resume") return answer(api.POST("/v1/batches/{id}/resume", path));
      if (move === "cancel") return answer(api.POST("/v1/batches/{id}/cancel", path));
      return answer(api.POST("/v1/batches/{id}/retry-failed", path));
    },
    onSuccess: (batch) => {
      queryClient.setQueryData(["batch", id], batch);
      void queryClient.invalidateQueries({ queryKey: ["batch", id] });
      void queryClient.invalidateQueries({ queryKey: ["batches"] });
    },
  });
}

export function useRemap(id: string) {
  return useMutation({
    mutationFn: (choice: Schemas["ColumnChoice"]) =>
      answer(api.PUT("/v1/imports/{id}/mapping", { params: { path: { id } }, body: { mapping: [choice] } })),
  });
}

export function useEstimate(request: Schemas["BatchRequest"]) {
  return useQuery({
    queryKey: ["estimate", request],
    queryFn: ({ signal }) => answer(api.POST("/v1/batches/estimate", { body: request, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useStartBatch() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas["BatchRequest"]; key: string }): Promise<Batch> =>
      answer(
        api.POST("/v1/batches", { params: { header: { "Idempotency-Key": key } }, body: request }),
      ) as Promise<Batch>,
    onSuccess: () => {
      noteUse("started");
      void queryClient.invalidateQueries({ queryKey: ["batches"] });
    },
  });
}

/** Saves the errors of an import as the file that the server makes of them. */
export async function downloadErrors(id: string): Promise<void> {
  const csv = await answer(api.GET("/v1/imports/{id}/errors.csv", { params: { path: { id } }, parseAs: "blob" }));
  saveFile("errores.csv", csv);
}
