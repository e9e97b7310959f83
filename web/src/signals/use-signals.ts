import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../api/client.ts";
import { useLocale } from "../i18n/use-words.ts";

export interface SignalFilters {
  format?: Schemas["Format"] | undefined;
  language?: Schemas["Language"] | undefined;
  from?: string | undefined;
}

/** What goes with positive replies, in the language of the interface. Figures of months move slowly. */
export function useSignals(filters: SignalFilters, enabled = true) {
  const locale = useLocale();
  return useQuery({
    queryKey: ["signals", filters, locale],
    queryFn: ({ signal }) => answer(api.GET("/v1/signals", { params: { query: filters }, signal })),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
    enabled,
  });
}
