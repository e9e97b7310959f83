import { QueryClient } from "@tanstack/react-query";

import { OfflineError, Problem } from "../api/problem.ts";

/** The server's state in the page. Only what may heal by itself is tried again: no connection, or a busy server. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Asked whatever the browser thinks of its connection: on a laptop the server is on the same machine.
      queries: {
        networkMode: "always",
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 3 && (error instanceof OfflineError || (error instanceof Problem && error.status >= 500)),
        throwOnError: false,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
