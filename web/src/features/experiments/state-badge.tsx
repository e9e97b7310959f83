import type { Schemas } from "../../api/client.ts";
import { classes } from "../../design/class-names.ts";
import { useWords } from "../../i18n/use-words.ts";
import { EXPERIMENTS } from "./experiments-words.ts";

type State = Schemas["ExperimentState"];

const LOOKS: Record<State, string> = {
  draft: "bg-sunken text-muted",
  running: "bg-accent-soft text-accent",
  stopped: "bg-doubt-soft text-doubt",
  decided: "bg-proof-soft text-proof",
};

/** Where an experiment is in its life, in a word. */
export function StateBadge({ state }: { state: State }) {
  const words = useWords(EXPERIMENTS);
  return (
    <span
      className={classes(
        "inline-flex h-6 items-center rounded-pill px-2 text-small font-medium whitespace-nowrap",
        LOOKS[state],
      )}
    >
      {words.states[state]}
    </span>
  );
}
