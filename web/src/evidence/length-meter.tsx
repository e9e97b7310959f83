import { classes } from "../design/class-names.ts";
import { useWords } from "../i18n/use-words.ts";
import { EVIDENCE } from "./evidence-words.ts";

/** Characters against the hard limit; beyond it, how many are too many. */
export function LengthMeter({ used, limit }: { used: number; limit: number }) {
  const words = useWords(EVIDENCE);
  const over = used - limit;
  return (
    <span className={classes("figures text-table", over > 0 ? "font-medium text-false" : "text-muted")}>
      {words.characters(used, limit)}
      {over > 0 && ` · ${words.over(over)}`}
    </span>
  );
}
