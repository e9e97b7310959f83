import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";

/** Which prompt: each role has its own for each format and language. */
export interface Place {
  role: string;
  format: Schemas["Format"];
  language: Schemas["Language"];
}

/** All versions of one place, newest first. */
export function usePrompts(place: Place) {
  return useQuery({
    queryKey: ["prompts", place],
    queryFn: ({ signal }) => answer(api.GET("/v1/prompts", { params: { query: { ...place, limit: 200 } }, signal })),
    enabled: place.role !== "",
  });
}

interface NewVersion {
  place: Place;
  text: string;
  note: string;
  activate: boolean;
}

/** Saves the next version; activates it where that was asked. */
export function useSavePrompt() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ place, text, note, activate }: NewVersion) => {
      const saved = await answer(api.POST("/v1/prompts", { body: { ...place, text, note: note.trim() || null } }));
      return activate ? activated(saved.id) : saved;
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["prompts"] }),
  });
}

export function useActivatePrompt() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: activated,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["prompts"] }),
  });
}

function activated(id: string): Promise<Schemas["PromptView"]> {
  return answer(api.POST("/v1/prompts/{id}/activate", { params: { path: { id } } }));
}

/** People to try a prompt on. */
export function useProspects() {
  return useQuery({
    queryKey: ["prospects", "newest"],
    queryFn: ({ signal }) => answer(api.GET("/v1/prospects", { params: { query: { limit: 100 } }, signal })),
  });
}

/** What the writer would get for one person; the last answer stays while the next one is on its way. */
export function usePreview(place: Place, text: string, prospectId: string) {
  return useQuery({
    queryKey: ["preview", place, text, prospectId],
    queryFn: ({ signal }) =>
      answer(api.POST("/v1/prompts/preview", { body: { ...place, text, prospect_id: prospectId }, signal })),
    enabled: place.role !== "" && prospectId !== "" && text.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Creates or replaces a role. */
export function useSaveRole() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...role }: Schemas["Role"]) =>
      answer(api.PUT("/v1/roles/{key}", { params: { path: { key } }, body: role })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["roles"] }),
  });
}

export function useDeleteRole() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => answer(api.DELETE("/v1/roles/{key}", { params: { path: { key } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["roles"] }),
  });
}
