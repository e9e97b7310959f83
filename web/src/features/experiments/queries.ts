import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";

export type Report = Schemas["ExperimentReport"];

export function useExperiments() {
  return useQuery({
    queryKey: ["experiments"],
    queryFn: ({ signal }) => answer(api.GET("/v1/experiments", { params: { query: { limit: 100 } }, signal })),
  });
}

/** One experiment with its results. */
export function useExperiment(id: string) {
  return useQuery({
    queryKey: ["experiments", id],
    queryFn: ({ signal }) => answer(api.GET("/v1/experiments/{id}", { params: { path: { id } }, signal })),
  });
}

export interface Place {
  role: string;
  format: Schemas["Format"];
  language: Schemas["Language"];
}

/** The versions of a prompt that can be tried, newest first. */
export function useVersions(place: Place) {
  return useQuery({
    queryKey: ["prompts", place],
    queryFn: ({ signal }) => answer(api.GET("/v1/prompts", { params: { query: { ...place, limit: 200 } }, signal })),
    enabled: place.role !== "",
  });
}

export function useCreateExperiment() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: Schemas["NewExperiment"]; key: string }) =>
      answer(api.POST("/v1/experiments", { params: { header: { "Idempotency-Key": key } }, body })) as Promise<
        Schemas["ExperimentView"]
      >,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["experiments"] }),
  });
}

export type Move = { move: "start" } | { move: "stop" } | { move: "decide"; choice: Schemas["Choice"] };

export function useMoveExperiment(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (wanted: Move): Promise<Report> => {
      const path = { params: { path: { id } } };
      if (wanted.move === "start") return answer(api.POST("/v1/experiments/{id}/start", path));
      if (wanted.move === "stop") return answer(api.POST("/v1/experiments/{id}/stop", path));
      return answer(api.POST("/v1/experiments/{id}/decide", { ...path, body: wanted.choice }));
    },
    onSuccess: (report) => {
      queryClient.setQueryData(["experiments", id], report);
      void queryClient.invalidateQueries({ queryKey: ["experiments"], exact: true });
      void queryClient.invalidateQueries({ queryKey: ["prompts"] });
    },
  });
}

export function useRemoveExperiment(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/v1/experiments/{id}", { params: { path: { id } } })),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: ["experiments", id] });
      void queryClient.invalidateQueries({ queryKey: ["experiments"], exact: true });
    },
  });
}
