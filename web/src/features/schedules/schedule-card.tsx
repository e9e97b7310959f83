import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";

import { Button } from "../../design/button.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMinute, formatMoney } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { Refusal } from "../../problems/refusal.tsx";
import { useRoleName } from "../../roles/use-roles.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { Fires } from "./fires.tsx";
import { type Schedule, useDeleteSchedule, useRunSchedule, useSwitchSchedule } from "./queries.ts";
import { ScheduleForm } from "./schedule-form.tsx";
import { SCHEDULES } from "./schedules-words.ts";
import { useToldWhen } from "./told-when.ts";

/** One schedule in words, with its next starts; changed in place. */
export function ScheduleCard({ schedule }: { schedule: Schedule }) {
  const words = useWords(SCHEDULES);
  const told = useToldWhen();
  const [isChanging, setIsChanging] = useState(false);
  if (isChanging) return <ScheduleForm schedule={schedule} onDone={() => setIsChanging(false)} />;
  return (
    <article
      aria-label={schedule.name}
      className="flex flex-col gap-2 rounded-control border border-border bg-raised px-4 py-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-medium">{schedule.name}</h2>
        <span className="text-table text-muted">
          {told(schedule.cron)} · {words.timeZone(schedule.time_zone)}
        </span>
      </div>
      <What schedule={schedule} />
      <p className="figures text-table text-muted" role="status">
        {schedule.state === "paused"
          ? words.paused
          : `${words.next}: ${schedule.next_fires.map((at) => formatMinute(at, schedule.time_zone)).join(" · ")}`}
      </p>
      <Moves schedule={schedule} onChange={() => setIsChanging(true)} />
      <Fires schedule={schedule} />
    </article>
  );
}

function What({ schedule }: { schedule: Schedule }) {
  const words = useWords(SCHEDULES);
  const common = useWords(COMMON);
  const nameOf = useRoleName();
  const currency = useSettings().data?.currency;
  const { selection, format, language, register, limit, budget_micros } = schedule;
  const whom = selection.due_follow_ups ? words.wholeSelections.followUps : words.wholeSelections.people;
  const said = [
    `${common.formats[format]}, ${whom}`,
    selection.role === null ? words.anyRole : nameOf(selection.role),
    language !== null && common.languages[language],
    register !== null && common.registers[register],
    words.upTo(limit),
    budget_micros !== null && currency !== undefined && words.budget(formatMoney(budget_micros, currency)),
  ];
  return <p>{said.filter(Boolean).join(" · ")}</p>;
}

function Moves({ schedule, onChange }: { schedule: Schedule; onChange: () => void }): ReactNode {
  const words = useWords(SCHEDULES);
  const toast = useToast();
  const navigate = useNavigate();
  const mayWrite = useMay()("messages:generate");
  const move = useSwitchSchedule(schedule.id);
  const run = useRunSchedule(schedule.id);
  const remove = useDeleteSchedule(schedule.id);
  if (!mayWrite) return null;
  const start = () =>
    run.mutate(crypto.randomUUID(), {
      onSuccess: ({ batch_id, outcome, people, reason }) => {
        if (batch_id === null) toast(reason ?? words.outcomes[outcome](people));
        else toast(words.started, { label: words.seeBatch, run: () => void navigate(`/lotes/${batch_id}`) });
      },
    });
  const other = schedule.state === "active" ? "pause" : "resume";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button busy={run.isPending} onClick={start}>
        {words.run}
      </Button>
      <Button busy={move.isPending} onClick={() => move.mutate(other)}>
        {words[other]}
      </Button>
      <Button emphasis="quiet" onClick={onChange}>
        {words.change}
      </Button>
      <SureButton
        verb={words.remove}
        question={words.removeSure}
        busy={remove.isPending}
        onSure={() => remove.mutate()}
      />
      <Refusal error={run.error ?? move.error ?? remove.error} />
    </div>
  );
}
