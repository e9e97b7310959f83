import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";

import type { Schemas } from "../../api/client.ts";
import { classes } from "../../design/class-names.ts";
import { StatusBadge } from "../../evidence/status-badge.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { HISTORY } from "./history-words.ts";

type Message = Schemas["MessageView"];

const ROW_PX = 40;
const BEYOND_VIEW = 12;
const COLUMNS =
  "grid grid-cols-[minmax(0,1.4fr)_minmax(0,2fr)_5rem_minmax(0,1fr)_6.5rem_7rem] gap-3 max-md:grid-cols-[minmax(0,1fr)_auto]";

interface Props {
  messages: readonly Message[];
  selected: string | null;
  hasMore: boolean;
  onMore: () => void;
  onOpen: (message: Message) => void;
}

/** A dense table of which only what is in view is in the page, however many rows there are. */
export function MessageList({ messages, selected, hasMore, onMore, onOpen }: Props) {
  const words = useWords(HISTORY);
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
      className="h-[calc(100dvh-15rem)] min-h-80 overflow-auto rounded-control border border-border bg-raised text-table"
    >
      <div role="rowgroup" className="sticky top-0 z-10 border-b border-border bg-raised">
        <div role="row" className={classes(COLUMNS, "h-9 items-center px-3 font-medium text-muted")}>
          {[words.person, words.message, words.format, words.role, words.status, words.created].map(
            (heading, index) => (
              <span key={heading} role="columnheader" className={classes("truncate", hiddenOnPhone(index))}>
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
              index={row.index}
              top={row.start}
              isSelected={message.id === selected}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  message: Message;
  index: number;
  top: number;
  isSelected: boolean;
  onOpen: (message: Message) => void;
}

function MessageRow({ message, index, top, isSelected, onOpen }: RowProps) {
  const common = useWords(COMMON);
  const nameOf = useRoleName();
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
    message.body.replace(/\s+/g, " "),
    common.shortFormats[message.format],
    nameOf(message.role.key),
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
        "absolute inset-x-0 cursor-pointer items-center border-b border-border px-3 hover:bg-sunken",
        isSelected && "bg-accent-soft",
      )}
    >
      {cells.map((cell, column) => (
        <span
          key={column}
          role="cell"
          className={classes("min-w-0 truncate", column > 0 && "text-muted", hiddenOnPhone(column))}
        >
          {cell}
        </span>
      ))}
    </div>
  );
}

/** A phone shows who and how it stands. */
function hiddenOnPhone(column: number): string | false {
  return column !== 0 && column !== 4 && "max-md:hidden";
}
