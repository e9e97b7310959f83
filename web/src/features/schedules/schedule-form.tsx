import { useState } from "react";

import { Problem } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { BudgetField } from "../../message/budget-field.tsx";
import { FormatChoice, LanguageChoice, RegisterChoice } from "../../message/kind-choices.tsx";
import { Refusal } from "../../problems/refusal.tsx";
import { useRoles } from "../../roles/use-roles.ts";
import { type Content, type Schedule, useSaveSchedule } from "./queries.ts";
import { SCHEDULES } from "./schedules-words.ts";
import { WhenFields } from "./when-fields.tsx";
import { cronOf, whenOf } from "./when.ts";

const LINE = `${CONTROL} h-9 max-md:h-11`;
const MOST = 2_000;
const AT_FIELDS = ["/name", "/cron", "/format", "/limit", "/budget_micros", "/selection/role"];

interface Props {
  /** Undefined makes a new one. */
  schedule?: Schedule;
  onDone: () => void;
}

/** Whom to write to, how, and when. */
export function ScheduleForm({ schedule, onDone }: Props) {
  const words = useWords(SCHEDULES);
  const common = useWords(COMMON);
  const save = useSaveSchedule();
  const [key] = useState(() => crypto.randomUUID());
  const [when, setWhen] = useState(() => whenOf(schedule?.cron));
  const [content, setContent] = useState(() => contentOf(schedule));
  const change = (part: Partial<Content>) => setContent({ ...content, ...part });
  const errorAt = (pointer: string) => (save.error instanceof Problem ? save.error.at(pointer) : undefined);
  const formatError = errorAt("/format");
  return (
    <form
      aria-label={schedule?.name ?? words.create}
      className="mb-3 flex max-w-2xl flex-col gap-4 rounded-control border border-border bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ id: schedule?.id, content: { ...content, cron: cronOf(when) }, key }, { onSuccess: onDone });
      }}
    >
      <Field label={words.name} error={errorAt("/name")}>
        {(naming) => (
          <input
            {...naming}
            required
            maxLength={200}
            className={LINE}
            placeholder={words.namePlaceholder}
            value={content.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Whom content={content} error={errorAt("/selection/role")} onChange={change} />
      <FormatChoice value={content.format} onChange={(format) => change({ format })} />
      {formatError !== undefined && (
        <p role="alert" className="text-table text-false">
          {formatError}
        </p>
      )}
      <div className="flex flex-wrap gap-4">
        <LanguageChoice
          value={content.language ?? "es"}
          onChange={(language) => change({ language, register: null })}
        />
        {content.language === "es" && (
          <RegisterChoice value={content.register ?? null} onChange={(register) => change({ register })} />
        )}
      </div>
      <WhenFields when={when} timeZone={schedule?.time_zone} error={errorAt("/cron")} onChange={setWhen} />
      <div className="flex flex-wrap gap-4">
        <Field label={words.limit} error={errorAt("/limit")}>
          {(naming) => (
            <input
              {...naming}
              type="number"
              required
              min={1}
              max={MOST}
              className={LINE}
              value={content.limit}
              onChange={(event) => change({ limit: event.target.valueAsNumber || 1 })}
            />
          )}
        </Field>
        <BudgetField
          value={content.budget_micros ?? null}
          error={errorAt("/budget_micros")}
          onChange={(budget_micros) => change({ budget_micros })}
        />
      </div>
      <Refusal error={save.error} atFields={AT_FIELDS} />
      <div className="flex gap-2">
        <Button type="submit" emphasis="primary" busy={save.isPending}>
          {schedule === undefined ? words.create : common.save}
        </Button>
        <Button emphasis="quiet" onClick={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}

/** What the form begins with: the schedule's own, or what most people want. */
function contentOf(schedule: Schedule | undefined): Content {
  if (schedule === undefined) {
    return {
      name: "",
      cron: "",
      time_zone: null,
      selection: { role: null, due_follow_ups: true },
      format: "linkedin_message",
      language: "es",
      register: null,
      limit: 100,
      budget_micros: null,
      on_duplicate: "skip",
    };
  }
  const { name, cron, time_zone, selection, format, language, register, limit, budget_micros, on_duplicate } = schedule;
  return { name, cron, time_zone, selection, format, language, register, limit, budget_micros, on_duplicate };
}

interface WhomProps {
  content: Content;
  error: string | undefined;
  onChange: (part: Partial<Content>) => void;
}

function Whom({ content, error, onChange }: WhomProps) {
  const words = useWords(SCHEDULES);
  const locale = useLocale();
  const roles = useRoles();
  const { role = null, due_follow_ups = false } = content.selection ?? {};
  return (
    <>
      <Choice<"people" | "followUps">
        label={words.whom}
        value={due_follow_ups ? "followUps" : "people"}
        onChange={(chosen) => onChange({ selection: { role, due_follow_ups: chosen === "followUps" } })}
        options={(["followUps", "people"] as const).map((value) => ({ value, label: words.selections[value] }))}
      />
      <Field label={words.role} error={error}>
        {(naming) => (
          <select
            {...naming}
            className={LINE}
            value={role ?? ""}
            onChange={(event) => onChange({ selection: { role: event.target.value || null, due_follow_ups } })}
          >
            <option value="">{words.anyRole}</option>
            {roles.data?.items.map((one) => (
              <option key={one.key} value={one.key}>
                {one.names[locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
