import type { Schemas } from "../api/client.ts";
import { classes } from "../design/class-names.ts";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";

const LOOKS: Record<Schemas["MessageStatus"], string> = {
  ready: "bg-proof-soft text-proof",
  needs_review: "bg-doubt-soft text-doubt",
  approved: "bg-accent-soft text-accent",
  sent: "bg-sunken text-text",
  rejected: "bg-sunken text-muted line-through",
};

/** Where a message is in its life, in a word. */
export function StatusBadge({ status }: { status: Schemas["MessageStatus"] }) {
  const common = useWords(COMMON);
  return (
    <span
      className={classes(
        "inline-flex h-6 items-center rounded-pill px-2 text-small font-medium whitespace-nowrap",
        LOOKS[status],
      )}
    >
      {common.statuses[status]}
    </span>
  );
}
