import { useCallback, useEffect, useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";

import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { useSettled } from "../../design/use-settled.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type Shortcut, useShortcuts } from "../../keyboard/shortcuts.tsx";
import { useMay } from "../../me/use-me.ts";
import type { Message } from "../../message/queries.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { type Filters, useFilters } from "./filters.ts";
import { FollowUps } from "./follow-ups.tsx";
import { HISTORY } from "./history-words.ts";
import { MessageList } from "./message-list.tsx";
import { MessageSheet } from "./message-sheet.tsx";
import { useOpenMessage } from "./open-message.ts";
import { PersonSheet } from "./person-sheet.tsx";
import { useFollowUps, useMessages } from "./queries.ts";
import { useSelection } from "./selection.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";
import { Refusal } from "../../problems/refusal.tsx";
import { noteUse } from "../../usage/note-use.ts";

type View = "messages" | "due";

/** Every message of the workspace, and whom to write to again: find it, read it with its proof, decide on many. */
export default function HistoryScreen() {
  const words = useWords(HISTORY);
  const { filters } = useFilters();
  const [parameters, setParameters] = useSearchParams();
  const { message: open, isNamed, error, open: setOpen } = useOpenMessage();
  const due = useFollowUps().data;
  const view: View = parameters.get("ver") === "seguimientos" ? "due" : "messages";
  const count = due === undefined ? "" : ` (${due.items.length}${due.next_cursor === null ? "" : "+"})`;
  return (
    // As high as the window, so that the table and not the page is what scrolls.
    <div className="flex flex-col md:h-[calc(100dvh-3rem)]">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        <div className="flex flex-wrap items-center gap-2">
          <Choice<View>
            label={words.title}
            value={view}
            onChange={(chosen) => setParameters(chosen === "due" ? { ver: "seguimientos" } : {}, { replace: true })}
            options={[
              { value: "messages", label: words.views.messages },
              { value: "due", label: words.views.due + count },
            ]}
          />
          {view === "messages" && <ExportMenu filters={filters} />}
        </div>
      </div>
      <Refusal error={error} />
      {view === "messages" ? <Messages open={open} onOpen={setOpen} /> : <FollowUps onOpen={setOpen} />}
      <PersonSheet
        person={isNamed ? null : parameters.get("persona")}
        onOpen={setOpen}
        onClose={() => setParameters(without("persona"), { replace: true })}
      />
      <MessageSheet message={open} onOpen={setOpen} onClose={() => setOpen(null)} />
    </div>
  );
}

/** The address without one of its parameters. */
function without(name: string): (current: URLSearchParams) => URLSearchParams {
  return (current) => {
    const next = new URLSearchParams(current);
    next.delete(name);
    return next;
  };
}

interface MessagesProps {
  open: Message | null;
  onOpen: (message: Message | null) => void;
}

function Messages({ open, onOpen }: MessagesProps) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const mayEdit = useMay()("messages:edit");
  const { filters, change, clear } = useFilters();
  const asked = useSettled(filters, 250);
  const typed = asked.q;
  useEffect(() => {
    if (typed !== undefined) noteUse("searched");
  }, [typed]);
  const found = useMessages(asked, true);
  const messages = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  const selection = useSelection(messages);
  const { fetchNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  useMoving(messages, open, onOpen);
  return (
    <>
      {selection.selected.length > 0 ? (
        <BulkBar messages={selection.selected} onDone={selection.clear} />
      ) : (
        <FilterBar filters={filters} onChange={change} onClear={clear} />
      )}
      {found.isError && <NotLoaded error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found.isSuccess && messages.length === 0 && <Nobody filters={asked} onClear={clear} />}
      {messages.length > 0 && (
        <>
          <MessageList
            messages={messages}
            open={open?.id ?? null}
            hasMore={found.hasNextPage}
            selection={mayEdit ? selection : undefined}
            onMore={more}
            onOpen={onOpen}
          />
          <p className="pt-2 text-table text-muted" role="status">
            {words.shown(messages.length, found.hasNextPage)}
          </p>
        </>
      )}
    </>
  );
}

/** j and k go through the list while a message is open. */
function useMoving(messages: readonly Message[], open: Message | null, onOpen: MessagesProps["onOpen"]): void {
  const words = useWords(HISTORY);
  const shortcuts = useMemo<Shortcut[]>(() => {
    const move = (step: number) => () => {
      const place = messages.findIndex((message) => message.id === open?.id);
      const next = messages[Math.min(Math.max(place + step, 0), messages.length - 1)];
      if (next !== undefined) onOpen(next);
    };
    return [
      { keys: "j", label: words.next, run: move(1) },
      { keys: "k", label: words.previous, run: move(-1) },
    ];
  }, [messages, open, onOpen, words]);
  useShortcuts(shortcuts);
}

function Nobody({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const words = useWords(HISTORY);
  const navigate = useNavigate();
  const mayWrite = useMay()("messages:generate");
  if (Object.keys(filters).length > 0) {
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
        mayWrite && (
          <Button emphasis="primary" onClick={() => void navigate("/")}>
            {words.emptyAction}
          </Button>
        )
      }
    >
      {words.emptyDetail}
    </EmptyState>
  );
}
