import { useWords } from "../../i18n/use-words.ts";
import { BATCHES } from "./batches-words.ts";
import type { Batch } from "./queries.ts";

/** How far a batch has come: a thin line, what failed in its own colour. */
export function ProgressLine({ batch }: { batch: Batch }) {
  const words = useWords(BATCHES);
  const { done, failed, skipped, cancelled } = batch.counts;
  const ended = done + failed + skipped + cancelled;
  const share = (count: number) => `${batch.total === 0 ? 0 : (100 * count) / batch.total}%`;
  return (
    <div
      role="progressbar"
      aria-label={words.progress(ended, batch.total)}
      aria-valuemin={0}
      aria-valuemax={batch.total}
      aria-valuenow={ended}
      className="flex h-1.5 overflow-hidden rounded-pill bg-sunken"
    >
      <span className="bg-accent transition-[width]" style={{ width: share(done) }} />
      <span className="bg-outline transition-[width]" style={{ width: share(skipped + cancelled) }} />
      <span className="bg-false transition-[width]" style={{ width: share(failed) }} />
    </div>
  );
}
