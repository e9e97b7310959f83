import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";
import { saveFile } from "../../design/save-file.ts";

const A_PAGE = 20;
const LOOK_AGAIN_MS = 2_000;

export type Person = Schemas["PersonView"];

/** All that the workspace knows of a person. The audit log keeps that it was read. */
export function usePerson(id: string) {
  return useQuery({
    queryKey: ["person", id],
    queryFn: ({ signal }) => answer(api.GET("/v1/prospects/{id}", { params: { path: { id } }, signal })),
    staleTime: 60_000,
    retry: false,
  });
}

/** Everything about a person, handed over as a file. */
export function useTakePerson(name: string) {
  return useMutation({
    mutationFn: async (id: string) => {
      const path = { params: { path: { id } }, parseAs: "blob" } as const;
      saveFile(name, await answer(api.GET("/v1/prospects/{id}/export.json", path)));
    },
  });
}

interface Wanted {
  person: Person;
  /** Whether they are put on the suppression list before nobody knows them any more. */
  suppress: boolean;
}

/** Erases a person and answers how far that has come. What the page knew of them goes too. */
export function useErasePerson() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ person, suppress }: Wanted): Promise<Schemas["ErasureState"]> => {
      const { id } = person.prospect;
      if (suppress) await answer(api.POST("/v1/suppressions", { body: { prospect_id: id, reason: "requested" } }));
      const call = api.DELETE("/v1/prospects/{id}", { params: { path: { id } } });
      await answer(call);
      return (await call).response.status === 204 ? "done" : "running";
    },
    onSuccess: (_, { person }) => {
      queryClient.removeQueries({ queryKey: ["person", person.prospect.id] });
      queryClient.removeQueries({ queryKey: ["timeline", person.prospect.id] });
      void queryClient.invalidateQueries();
    },
  });
}

/** Erasures, newest first; asked for again while one of them goes on. */
export function useErasures() {
  return useInfiniteQuery({
    queryKey: ["erasures"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/erasures", {
          params: { query: { limit: A_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((one) => one.state === "running")) === true
        ? LOOK_AGAIN_MS
        : false,
  });
}
