import { useState } from "react";
import { Link } from "react-router";

import { COMMON } from "../../i18n/common-words.ts";
import { formatMinute } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Refusal } from "../../problems/refusal.tsx";
import { type Schedule, useFires } from "./queries.ts";
import { SCHEDULES } from "./schedules-words.ts";

/** What became of the last times that a schedule fired, read when somebody looks. */
export function Fires({ schedule }: { schedule: Schedule }) {
  const words = useWords(SCHEDULES);
  const common = useWords(COMMON);
  const [isOpen, setIsOpen] = useState(false);
  const fires = useFires(schedule.id, isOpen);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-table text-muted">{words.fires}</summary>
      <Refusal error={fires.error} />
      {fires.isLoading && <p className="pt-2 text-table text-muted">{common.loading}</p>}
      {fires.data?.items.length === 0 && <p className="pt-2 text-table text-muted">{words.noFires}</p>}
      <ul className="flex flex-col gap-1 pt-2 text-table">
        {fires.data?.items.map((fire) => (
          <li key={fire.id} className="figures flex flex-wrap gap-x-2">
            <span>{formatMinute(fire.fire_at, schedule.time_zone)}</span>
            <span className="text-muted">
              {[
                fire.reason ?? words.outcomes[fire.outcome](fire.people),
                fire.by_hand && words.byHand,
                fire.and_earlier && words.andEarlier,
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
            {fire.batch_id !== null && (
              <Link to={`/lotes/${fire.batch_id}`} className="text-accent hover:underline">
                {words.seeBatch}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
