import { useInfiniteQuery } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";
import type { Filters } from "./filters.ts";

const PAGE = 100;

/** The messages that pass the filters, newest first, a page at a time. */
export function useMessages(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ["messages", filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/messages", {
          params: {
            query: {
              limit: PAGE,
              cursor: pageParam,
              q: filters.q,
              status: filters.status as Schemas["MessageStatus"] | undefined,
              format: filters.format as Schemas["Format"] | undefined,
              role: filters.role,
              from: filters.from,
              to: filters.to,
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}
