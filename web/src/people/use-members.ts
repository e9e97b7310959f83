import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../api/client.ts";

/** Who is in the workspace. */
export function useMembers() {
  return useQuery({
    queryKey: ["members"],
    queryFn: ({ signal }) => answer(api.GET("/v1/members", { params: { query: { limit: 200 } }, signal })),
    staleTime: 60_000,
  });
}
