import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";

import { OfflineError } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoney } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { BATCHES } from "./batches-words.ts";
import { PausedNotice } from "./paused-notice.tsx";
import { ProgressLine } from "./progress.tsx";
import { type Batch, isMoving, useBatch, useFailedItems, useMoveBatch } from "./queries.ts";
import { ReviewQueue } from "./review-queue.tsx";

/** One batch: how far it has come, what can be done with it, and its messages to review. */
export default function BatchScreen() {
  const common = useWords(COMMON);
  const { id = "" } = useParams();
  const batch = useBatch(id);
  // What was known stays while the server cannot be reached: it is asked again by itself.
  const failure = batch.error instanceof OfflineError ? common.offlineDetail : batch.error?.message;
  if (batch.data === undefined && failure !== undefined) return <Notice tone="false">{failure}</Notice>;
  if (batch.data === undefined) return <p className="py-10 text-center text-muted">{common.loading}</p>;
  return (
    <div className="flex flex-col gap-6">
      {failure !== undefined && (
        <Notice tone="doubt" title={common.offline}>
          {failure}
        </Notice>
      )}
      <Progress batch={batch.data} />
      <FailedRows batch={batch.data} />
      {batch.data.counts.done > 0 && <ReviewQueue batch={batch.data} />}
    </div>
  );
}

function Progress({ batch }: { batch: Batch }) {
  const words = useWords(BATCHES);
  const { counts } = batch;
  const said = (["pending", "running", "done", "skipped", "cancelled", "failed"] as const).filter(
    (state) => counts[state] > 0,
  );
  const left = batch.eta_seconds !== null && isMoving(batch) ? [words.timeLeft(batch.eta_seconds)] : [];
  const cost = batch.cost_micros > 0 ? [words.cost(formatMoney(batch.cost_micros, batch.currency))] : [];
  return (
    <section aria-labelledby="batch-title" className="flex flex-col gap-3">
      <Link to="/lotes" className="flex items-center gap-1 text-table text-muted hover:text-text">
        <ArrowLeft size={14} aria-hidden="true" />
        {words.back}
      </Link>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 id="batch-title" className="text-display font-semibold">
          {batch.name}
        </h1>
        <Moves batch={batch} />
      </div>
      <ProgressLine batch={batch} />
      <p role="status" className="figures text-muted">
        {[words.states[batch.state], ...said.map((state) => words.counts[state](counts[state])), ...left, ...cost].join(
          " · ",
        )}
      </p>
      {isMoving(batch) && <PausedNotice />}
      {batch.stopped_by !== null && <Notice tone="doubt">{words.stoppedBy[batch.stopped_by]}</Notice>}
    </section>
  );
}

function Moves({ batch }: { batch: Batch }) {
  const words = useWords(BATCHES);
  const move = useMoveBatch(batch.id);
  const [isSure, setIsSure] = useState(false);
  const mayMove = useMay()("messages:generate");
  const isEnded = batch.state === "completed" || batch.state === "cancelled";
  if (!mayMove) return null;
  if (isSure && !isEnded) {
    return (
      <Notice
        tone="doubt"
        action={
          <span className="flex gap-2">
            <Button emphasis="danger" busy={move.isPending} onClick={() => move.mutate("cancel")}>
              {words.cancel}
            </Button>
            <Button onClick={() => setIsSure(false)}>{words.keepGoing}</Button>
          </span>
        }
      >
        {words.cancelSure}
      </Notice>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {move.error !== null && <span className="text-table text-false">{move.error.message}</span>}
      {isMoving(batch) && (
        <Button busy={move.isPending} onClick={() => move.mutate("pause")}>
          {words.pause}
        </Button>
      )}
      {batch.state === "paused" && (
        <Button emphasis="primary" busy={move.isPending} onClick={() => move.mutate("resume")}>
          {words.resume}
        </Button>
      )}
      {batch.counts.failed > 0 && (
        <Button busy={move.isPending} onClick={() => move.mutate("retry-failed")}>
          {words.retryFailed(batch.counts.failed)}
        </Button>
      )}
      {!isEnded && (
        <Button emphasis="quiet" onClick={() => setIsSure(true)}>
          {words.cancel}
        </Button>
      )}
    </div>
  );
}

function FailedRows({ batch }: { batch: Batch }) {
  const words = useWords(BATCHES);
  const items = useFailedItems(batch);
  if (batch.counts.failed === 0 || items.data === undefined) return null;
  return (
    <details className="rounded-control border border-border bg-raised px-4 py-2">
      <summary className="cursor-pointer font-medium">
        {words.failedRows} ({batch.counts.failed})
      </summary>
      <ul className="flex flex-col gap-1 py-2 text-table">
        {items.data.items.map((item) => (
          <li key={item.id}>
            <span className="font-medium">
              {words.row(item.row)} {item.prospect?.full_name}
            </span>
            <span className="text-muted"> · {item.error?.detail}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
