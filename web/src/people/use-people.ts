import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { answer, api } from "../api/client.ts";

const SHOWN = 8;

/** The newest people whose name, company or address was typed; nobody is asked for until something was. */
export function useFoundPeople(typed: string) {
  const q = typed.trim();
  return useQuery({
    queryKey: ["people", q],
    queryFn: ({ signal }) => answer(api.GET("/v1/prospects", { params: { query: { q, limit: SHOWN } }, signal })),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
}
