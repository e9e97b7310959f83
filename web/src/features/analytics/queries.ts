import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";
import { type Period, partsOf } from "./period.ts";

/** How the table is grouped. */
export const GROUPINGS = ["role", "role,format", "format", "language"] as const satisfies readonly Schemas["GroupBy"][];
export type Grouping = (typeof GROUPINGS)[number];

/** Into how many points a sparkline falls. */
const POINTS = 7;
const MONTHS_SHOWN = 36;
const NIGHTS_A_PAGE = 30;

function metrics(period: Period, groupBy: Schemas["GroupBy"], compare: boolean, signal: AbortSignal) {
  const query = { ...period, group_by: groupBy, ...(compare ? { compare: "previous" as const } : {}) };
  return answer(api.GET("/v1/metrics", { params: { query }, signal }));
}

/** Figures by day, with those of the period before where they are compared. The last ones stay meanwhile. */
export function useDays(period: Period, compare: boolean) {
  return useQuery({
    queryKey: ["metrics", "day", period, compare],
    queryFn: ({ signal }) => metrics(period, "day", compare, signal),
    placeholderData: keepPreviousData,
  });
}

export function useGroups(period: Period, grouping: Grouping, compare: boolean) {
  return useQuery({
    queryKey: ["metrics", grouping, period, compare],
    queryFn: ({ signal }) => metrics(period, grouping, compare, signal),
    placeholderData: (last, query) => (query?.queryKey[1] === grouping ? last : undefined),
  });
}

/** Messages sent by each group in each part of the period, in the order of time. */
export function useSparks(period: Period, grouping: Grouping): Map<string, number[]> {
  return useQueries({
    queries: partsOf(period, POINTS).map((part) => ({
      queryKey: ["metrics", grouping, part, false],
      queryFn: ({ signal }: { signal: AbortSignal }) => metrics(part, grouping, false, signal),
    })),
    combine: (parts) => {
      const found = new Map<string, number[]>();
      if (parts.some((part) => part.data === undefined)) return found;
      parts.forEach((part, place) => {
        for (const group of part.data?.groups ?? []) {
          const points = found.get(nameOf(group)) ?? parts.map(() => 0);
          points[place] = group.sent;
          found.set(nameOf(group), points);
        }
      });
      return found;
    },
  });
}

/** The summaries of the last months, the latest first. */
export function useSummaries() {
  return useQuery({
    queryKey: ["summaries"],
    queryFn: ({ signal }) => answer(api.GET("/v1/summaries", { params: { query: { limit: MONTHS_SHOWN } }, signal })),
    staleTime: 300_000,
  });
}

/** What each night's recount found, the last night first. */
export function useProofs() {
  return useInfiniteQuery({
    queryKey: ["proofs"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/metrics/proofs", {
          params: { query: { limit: NIGHTS_A_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** What tells a group from the others of its grouping. */
export function nameOf(group: Schemas["Group"]): string {
  return JSON.stringify(group.key);
}

/** The workspace's time zone: its days are what figures are counted by. */
export function useTimeZone(): string | undefined {
  const settings = useQuery({
    queryKey: ["settings"],
    queryFn: ({ signal }) => answer(api.GET("/v1/settings", { signal })),
    staleTime: 300_000,
  });
  if (settings.isError) return "Europe/Madrid";
  return settings.data?.time_zone;
}
