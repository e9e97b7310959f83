import {
  type InfiniteData,
  type Query,
  type QueryClient,
  type QueryFunction,
  type QueryKey,
} from "@tanstack/react-query";

import type { Schemas } from "../api/client.ts";

type Page = Schemas["MessagePage"];
type Read = QueryFunction<Page, QueryKey, string | undefined>;
type Asked = Parameters<Read>[0];
type Pages = InfiniteData<Page, string | undefined>;

/**
 * Has every loaded list of messages look again at the pages that hold one of the messages, and at no other: in a long
 * history a single approval would otherwise ask for everything that was scrolled through.
 */
export async function refreshPagesOf(queryClient: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const lists = queryClient.getQueryCache().findAll({ queryKey: ["messages"] });
  await Promise.all(lists.map((list) => refreshList(queryClient, list, ids)));
}

async function refreshList(queryClient: QueryClient, list: Query, ids: ReadonlySet<string>): Promise<void> {
  const known = list.state.data as Pages | undefined;
  if (known === undefined) return;
  const { queryKey } = list;
  const places = known.pages.flatMap((page, place) => (page.items.some(({ id }) => ids.has(id)) ? [place] : []));
  // Where a list shows none of them, one may belong to it now: a long one is asked for when it is looked at next.
  if (places.length === 0) {
    const refetchType = known.pages.length > 1 ? "none" : "active";
    void queryClient.invalidateQueries({ queryKey, exact: true, refetchType });
    return;
  }
  const queryFn = list.options.queryFn as Read;
  try {
    const found = await Promise.all(
      places.map(async (place) => {
        const context = { client: queryClient, queryKey, pageParam: known.pageParams[place], meta: undefined };
        const page = await queryFn({ ...context, signal: new AbortController().signal } as Asked);
        return [place, page] as const;
      }),
    );
    queryClient.setQueryData<Pages>(queryKey, (current) => current && withPages(current, new Map(found)));
  } catch {
    void queryClient.invalidateQueries({ queryKey, exact: true });
  }
}

/**
 * The list with the pages that were read anew. A page from which something fell out reaches into the next one: what
 * another page has is left to that page, and each goes on where it went on before, but for the last.
 */
function withPages(current: Pages, found: ReadonlyMap<number, Page>): Pages {
  const elsewhere = new Set(
    current.pages.flatMap((page, place) => (found.has(place) ? [] : page.items.map(({ id }) => id))),
  );
  const pages = current.pages.map((page, place) => {
    const anew = found.get(place);
    if (anew === undefined) return page;
    const items = anew.items.filter(({ id }) => !elsewhere.has(id));
    for (const { id } of items) elsewhere.add(id);
    const isLast = place === current.pages.length - 1;
    return { ...anew, items, next_cursor: isLast ? anew.next_cursor : page.next_cursor };
  });
  return { ...current, pages };
}
