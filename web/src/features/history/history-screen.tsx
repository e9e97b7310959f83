import { useCallback, useMemo, useState } from "react";
import { useNavigate } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { OfflineError } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { Notice } from "../../design/notice.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type Shortcut, useShortcuts } from "../../keyboard/shortcuts.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { useFilters } from "./filters.ts";
import { HISTORY } from "./history-words.ts";
import { MessageList } from "./message-list.tsx";
import { MessageSheet } from "./message-sheet.tsx";
import { useMessages } from "./queries.ts";

type Message = Schemas["MessageView"];

/** Every message of the workspace: find it, read it with its proof. */
export default function HistoryScreen() {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const { filters, change, clear } = useFilters();
  const found = useMessages(filters);
  const [open, setOpen] = useState<Message | null>(null);
  const messages = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  const { fetchNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const move = useCallback(
    (step: number) =>
      setOpen((current) => {
        const place = messages.findIndex((message) => message.id === current?.id);
        return messages[Math.min(Math.max(place + step, 0), messages.length - 1)] ?? current;
      }),
    [messages],
  );
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: "j", label: "↓", run: () => move(1) },
      { keys: "k", label: "↑", run: () => move(-1) },
    ],
    [move],
  );
  useShortcuts(shortcuts);
  return (
    <>
      <div className="flex items-baseline justify-between gap-2 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        <p className="text-table text-muted" role="status">
          {found.isSuccess && words.shown(messages.length, found.hasNextPage)}
        </p>
      </div>
      <FilterBar filters={filters} onChange={change} onClear={clear} />
      {found.isError && (
        <Notice
          tone="false"
          title={found.error instanceof OfflineError ? common.offline : common.failed}
          action={<Button onClick={() => void found.refetch()}>{common.retry}</Button>}
        >
          {found.error instanceof OfflineError ? common.offlineDetail : found.error.message}
        </Notice>
      )}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found.isSuccess && messages.length === 0 && (
        <Nobody isFiltered={Object.keys(filters).length > 0} onClear={clear} />
      )}
      {messages.length > 0 && (
        <MessageList
          messages={messages}
          selected={open?.id ?? null}
          hasMore={found.hasNextPage}
          onMore={more}
          onOpen={setOpen}
        />
      )}
      <MessageSheet message={open} onClose={() => setOpen(null)} />
    </>
  );
}

function Nobody({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const words = useWords(HISTORY);
  const navigate = useNavigate();
  if (isFiltered) {
    return (
      <EmptyState title={words.nothing} action={<Button onClick={onClear}>{words.clear}</Button>}>
        {words.nothingDetail}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={words.empty}
      action={
        <Button emphasis="primary" onClick={() => void navigate("/")}>
          {words.emptyAction}
        </Button>
      }
    >
      {words.emptyDetail}
    </EmptyState>
  );
}
