import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useRef } from "react";

import { classes } from "../../design/class-names.ts";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { Message } from "../../message/queries.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { HISTORY } from "./history-words.ts";
import type { Selection } from "./selection.ts";

const ROW_PX = 40;
const BEYOND_VIEW = 12;
const COLUMNS =
  "grid grid-cols-[1.25rem_minmax(0,1.4fr)_minmax(0,2fr)_5rem_minmax(0,1fr)_6.5rem_8.5rem] gap-3 " +
  "max-lg:grid-cols-[1.25rem_minmax(0,1.4fr)_minmax(0,1.6fr)_5rem_6.5rem_8.5rem] " +
  "max-md:grid-cols-[1.25rem_minmax(0,1fr)_auto]";
const BOX = "size-4 accent-accent";

interface Props {
  messages: readonly Message[];
  open: string | null;
  hasMore: boolean;
  /** Undefined where the caller may change nothing. */
  selection: Selection | undefined;
  onMore: () => void;
  onOpen: (message: Message) => void;
}

/** A dense table of which only what is in view is in the page, however many rows there are. */
export function MessageList({ messages, open, hasMore, selection, onMore, onOpen }: Props) {
  const words = useWords(HISTORY);
  const nameOf = useRoleName();
  const scroller = useRef<HTMLDivElement>(null);
  // The compiler leaves components with this hook as they are; nothing of it is passed on.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: BEYOND_VIEW,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= messages.length - BEYOND_VIEW) onMore();
  }, [hasMore, last, messages.length, onMore]);
  return (
    <div
      ref={scroller}
      role="table"
      aria-label={words.table}
      aria-rowcount={hasMore ? -1 : messages.length + 1}
      className="min-h-80 flex-1 overflow-auto rounded-control border border-border bg-raised text-table max-md:h-[calc(100dvh-19rem)] max-md:flex-none"
    >
      <div role="rowgroup" className="sticky top-0 z-10 border-b border-border bg-raised">
        <div role="row" className={classes(COLUMNS, "h-9 items-center px-3 font-medium text-muted")}>
          <span role="columnheader" className="flex items-center">
            {selection !== undefined && <SelectAll selection={selection} count={messages.length} />}
          </span>
          {[words.person, words.message, words.format, words.role, words.status, words.created].map(
            (heading, column) => (
              <span key={heading} role="columnheader" className={classes("truncate", hiddenAt(column))}>
                {heading}
              </span>
            ),
          )}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const message = messages[row.index];
          return message === undefined ? null : (
            <MessageRow
              key={message.id}
              message={message}
              role={nameOf(message.role.key)}
              index={row.index}
              top={row.start}
              isOpen={message.id === open}
              isSelected={selection?.ids.has(message.id) === true}
              onToggle={selection?.toggle}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

function SelectAll({ selection, count }: { selection: Selection; count: number }) {
  const words = useWords(HISTORY);
  const { selected, all, clear } = selection;
  const isAll = count > 0 && selected.length === count;
  return (
    <input
      type="checkbox"
      aria-label={words.selectAll}
      className={BOX}
      checked={isAll}
      ref={(box) => {
        if (box !== null) box.indeterminate = selected.length > 0 && !isAll;
      }}
      onChange={isAll ? clear : all}
    />
  );
}

interface RowProps {
  message: Message;
  /** Its role in words: asked for once by the list, since a row comes and goes with every few pixels. */
  role: string;
  index: number;
  top: number;
  isOpen: boolean;
  isSelected: boolean;
  onToggle: Selection["toggle"] | undefined;
  onOpen: (message: Message) => void;
}

const MessageRow = memo(function MessageRow({
  message,
  role,
  index,
  top,
  isOpen,
  isSelected,
  onToggle,
  onOpen,
}: RowProps) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const { full_name, title, company } = message.prospect;
  const cells = [
    <button
      key="person"
      type="button"
      className="max-w-full truncate text-left font-medium hover:underline"
      onClick={(event) => {
        event.stopPropagation();
        onOpen(message);
      }}
    >
      {full_name}
      <span className="font-normal text-muted"> {[title, company].filter(Boolean).join(" · ")}</span>
    </button>,
    message.body.slice(0, 200).replace(/\s+/g, " "),
    common.shortFormats[message.format],
    role,
    <StatusBadge key="status" status={message.status} />,
    formatMoment(message.created_at),
  ];
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      onClick={() => onOpen(message)}
      style={{ transform: `translateY(${top}px)`, height: ROW_PX }}
      className={classes(
        COLUMNS,
        "absolute inset-x-0 cursor-pointer contain-layout contain-paint contain-style items-center border-b border-border px-3 hover:bg-sunken",
        (isOpen || isSelected) && "bg-accent-soft",
      )}
    >
      <span role="cell" className="flex items-center" onClick={(event) => event.stopPropagation()}>
        {onToggle !== undefined && (
          <input
            type="checkbox"
            aria-label={words.select(full_name)}
            className={BOX}
            checked={isSelected}
            onChange={(event) => onToggle(index, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        )}
      </span>
      {cells.map((cell, column) => (
        <span
          key={column}
          role="cell"
          className={classes("min-w-0 truncate", column > 0 && "text-muted", hiddenAt(column))}
        >
          {cell}
        </span>
      ))}
    </div>
  );
});

/** A phone shows who and how it stands; a narrow screen does without the role. */
function hiddenAt(column: number): string | false {
  if (column === 3) return "max-lg:hidden";
  return column !== 0 && column !== 4 && "max-md:hidden";
}
