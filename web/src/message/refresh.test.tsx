import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { refreshPagesOf } from "./refresh.ts";

interface Page {
  items: { id: string; status: string }[];
  next_cursor: string | null;
  truncated: boolean;
}

const SIZE = 2;

describe("after a change of one message", () => {
  let client: QueryClient;
  let stored: { id: string; status: string }[];
  const asked: (string | undefined)[] = [];
  const unsubscribe: (() => void)[] = [];

  /** What the server would answer: a page begins behind the message that the cursor names. */
  const read = vi.fn((cursor: string | undefined): Page => {
    asked.push(cursor);
    const from = cursor === undefined ? 0 : Number(cursor) + 1;
    const left = stored.filter((one) => Number(one.id) >= from);
    const items = left.slice(0, SIZE);
    return { items, next_cursor: left.length > SIZE ? (items.at(-1)?.id ?? null) : null, truncated: false };
  });

  beforeEach(async () => {
    client = new QueryClient();
    stored = Array.from({ length: 6 }, (_, number) => ({ id: String(number), status: "ready" }));
    const observer = new InfiniteQueryObserver(client, {
      queryKey: ["messages", {}],
      queryFn: ({ pageParam }) => read(pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
      staleTime: Infinity,
    });
    unsubscribe.push(observer.subscribe(() => undefined));
    await observer.refetch();
    await observer.fetchNextPage();
    await observer.fetchNextPage();
    asked.length = 0;
  });

  afterEach(() => unsubscribe.splice(0).forEach((end) => end()));

  const shown = () =>
    client
      .getQueryData<{ pages: Page[] }>(["messages", {}])
      ?.pages.map((page) => page.items.map(({ id, status }) => `${id} ${status}`));

  it("only the page that holds it is asked for again", async () => {
    stored = stored.map((one) => (one.id === "3" ? { ...one, status: "approved" } : one));
    await refreshPagesOf(client, new Set(["3"]));
    expect(asked).toEqual(["1"]);
    expect(shown()).toEqual([
      ["0 ready", "1 ready"],
      ["2 ready", "3 approved"],
      ["4 ready", "5 ready"],
    ]);
  });

  it("no message is shown twice where one has left the list", async () => {
    stored = stored.filter(({ id }) => id !== "2");
    await refreshPagesOf(client, new Set(["2"]));
    expect(asked).toEqual(["1"]);
    expect(shown()).toEqual([["0 ready", "1 ready"], ["3 ready"], ["4 ready", "5 ready"]]);
  });

  it("a list that does not show it waits until it is looked at", async () => {
    await refreshPagesOf(client, new Set(["99"]));
    expect(asked).toEqual([]);
    expect(client.getQueryState(["messages", {}])?.isInvalidated).toBe(true);
  });

  it("the whole list is asked for where its page cannot be had", async () => {
    read.mockImplementationOnce(() => {
      throw new Error("gone");
    });
    await refreshPagesOf(client, new Set(["3"]));
    await vi.waitFor(() => expect(asked).toEqual([undefined, "1", "3"]));
  });
});
