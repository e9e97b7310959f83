import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../api/client.ts";

/** What holds for the whole workspace; asked for again every `refetchMs` where somebody waits for a change. */
export function useSettings(enabled = true, refetchMs?: number) {
  return useQuery({
    queryKey: ["settings"],
    queryFn: ({ signal }) => answer(api.GET("/v1/settings", { signal })),
    enabled,
    refetchInterval: refetchMs ?? false,
  });
}

/** Changes what is named and nothing else. The answer is what holds from now on. */
export function useChangeSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Schemas["SettingsChange"]) => answer(api.PATCH("/v1/settings", { body: change })),
    onSuccess: (settings, change) => {
      queryClient.setQueryData(["settings"], settings);
      if (change.name !== undefined) void queryClient.invalidateQueries({ queryKey: ["me"] });
    },
  });
}
