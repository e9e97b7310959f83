import { ArrowLeft, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";
import { useSchedules } from "./queries.ts";
import { ScheduleCard } from "./schedule-card.tsx";
import { ScheduleForm } from "./schedule-form.tsx";
import { SCHEDULES } from "./schedules-words.ts";

/** The batches that start by a clock: when each starts next, what it has done, and making or changing one in place. */
export default function SchedulesScreen() {
  const words = useWords(SCHEDULES);
  const common = useWords(COMMON);
  const mayWrite = useMay()("messages:generate");
  const found = useSchedules();
  const [isMaking, setIsMaking] = useState(false);
  const isEmpty = found.data?.items.length === 0;
  const create = mayWrite && !isMaking && (
    <Button emphasis="primary" icon={<Plus size={16} />} onClick={() => setIsMaking(true)}>
      {words.create}
    </Button>
  );
  return (
    <>
      <Link to="/lotes" className="flex items-center gap-1 text-table text-muted hover:text-text">
        <ArrowLeft size={14} aria-hidden="true" />
        {words.back}
      </Link>
      <div className="flex flex-wrap items-center justify-between gap-2 pt-1 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        {!isEmpty && create}
      </div>
      {isMaking && <ScheduleForm onDone={() => setIsMaking(false)} />}
      {found.isError && <NotLoaded error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {isEmpty && !isMaking && (
        <EmptyState title={words.empty} action={create}>
          {mayWrite ? words.emptyDetail : words.emptyForReaders}
        </EmptyState>
      )}
      <ul aria-label={words.title} className="flex flex-col gap-3">
        {found.data?.items.map((schedule) => (
          <li key={schedule.id}>
            <ScheduleCard schedule={schedule} />
          </li>
        ))}
      </ul>
    </>
  );
}
