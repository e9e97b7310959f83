import { CalendarClock, Plus } from "lucide-react";
import { Link, useNavigate } from "react-router";

import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment, formatMoney } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { BATCHES } from "./batches-words.ts";
import { ProgressLine } from "./progress.tsx";
import { type Batch, useBatches } from "./queries.ts";
import { Refusal } from "../../problems/refusal.tsx";

/** Every batch, newest first, each with its progress. */
export default function BatchesScreen() {
  const words = useWords(BATCHES);
  const common = useWords(COMMON);
  const navigate = useNavigate();
  const batches = useBatches();
  const mayWrite = useMay()("messages:generate");
  const begin = mayWrite && (
    <Button emphasis="primary" icon={<Plus size={16} />} onClick={() => void navigate("/lotes/nuevo")}>
      {words.newBatch}
    </Button>
  );
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            emphasis="quiet"
            icon={<CalendarClock size={16} />}
            onClick={() => void navigate("/lotes/programados")}
          >
            {words.scheduled}
          </Button>
          {batches.data !== undefined && batches.data.items.length > 0 && begin}
        </div>
      </div>
      {batches.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      <Refusal error={batches.error} />
      {batches.data?.items.length === 0 && (
        <EmptyState title={words.empty} action={begin}>
          {mayWrite ? words.emptyDetail : words.emptyForReaders}
        </EmptyState>
      )}
      <ul className="flex flex-col gap-2">
        {batches.data?.items.map((batch) => (
          <li key={batch.id}>
            <BatchRow batch={batch} />
          </li>
        ))}
      </ul>
    </>
  );
}

function BatchRow({ batch }: { batch: Batch }) {
  const words = useWords(BATCHES);
  const common = useWords(COMMON);
  const { done, failed } = batch.counts;
  return (
    <Link
      to={`/lotes/${batch.id}`}
      className="flex flex-col gap-2 rounded-control border border-border bg-raised px-4 py-3 transition-colors hover:border-outline"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{batch.name}</span>
        <span className="figures text-table text-muted">
          {words.states[batch.state]} · {words.progress(done, batch.total)}
          {failed > 0 && ` · ${words.counts.failed(failed)}`}
        </span>
      </span>
      <ProgressLine batch={batch} />
      <span className="text-table text-muted">
        {common.formats[batch.format]} · {formatMoment(batch.created_at)}
        {batch.cost_micros > 0 && ` · ${formatMoney(batch.cost_micros, batch.currency)}`}
      </span>
    </Link>
  );
}
