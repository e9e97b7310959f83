import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";

export type Schedule = Schemas["ScheduleView"];
export type Content = Schemas["ScheduleContent"];

const MOST = 100;
const FIRES_SHOWN = 10;

export function useSchedules() {
  return useQuery({
    queryKey: ["schedules"],
    queryFn: ({ signal }) => answer(api.GET("/v1/schedules", { params: { query: { limit: MOST } }, signal })),
  });
}

/** What became of the last fires, the newest first. */
export function useFires(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["schedules", id, "fires"],
    queryFn: ({ signal }) =>
      answer(api.GET("/v1/schedules/{id}/fires", { params: { path: { id }, query: { limit: FIRES_SHOWN } }, signal })),
    enabled,
  });
}

/** Has whatever shows schedules look again. */
function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ["schedules"] });
}

interface Saved {
  /** Undefined makes a new one. */
  id: string | undefined;
  content: Content;
  key: string;
}

export function useSaveSchedule() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, content, key }: Saved) =>
      id === undefined
        ? answer(api.POST("/v1/schedules", { params: { header: { "Idempotency-Key": key } }, body: content }))
        : answer(api.PUT("/v1/schedules/{id}", { params: { path: { id } }, body: content })),
    onSuccess: refresh,
  });
}

export function useSwitchSchedule(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (move: "pause" | "resume") => {
      const path = { params: { path: { id } } };
      return move === "pause"
        ? answer(api.POST("/v1/schedules/{id}/pause", path))
        : answer(api.POST("/v1/schedules/{id}/resume", path));
    },
    onSuccess: refresh,
  });
}

/** Starts the batch now; answers what became of that. */
export function useRunSchedule(id: string) {
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (key: string) =>
      answer(api.POST("/v1/schedules/{id}/run", { params: { path: { id }, header: { "Idempotency-Key": key } } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ["batches"] });
      void refresh();
    },
  });
}

export function useDeleteSchedule(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/v1/schedules/{id}", { params: { path: { id } } })),
    onSuccess: refresh,
  });
}
