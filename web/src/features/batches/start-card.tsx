import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useSettled } from "../../design/use-settled.ts";
import { formatMoney } from "../../i18n/formats.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { BudgetField } from "../../message/budget-field.tsx";
import { FormatChoice, LanguageChoice, RegisterChoice, RoleField } from "../../message/kind-choices.tsx";
import { BATCHES } from "./batches-words.ts";
import { useEstimate, useStartBatch } from "./queries.ts";
import type { Import } from "../../imports/use-import.ts";

type Request = Schemas["BatchRequest"];

/** How the messages are to be, what that would cost, and the start. */
export function StartCard({ found }: { found: Import }) {
  const words = useWords(BATCHES);
  const locale = useLocale();
  const navigate = useNavigate();
  const start = useStartBatch();
  const [key] = useState(() => crypto.randomUUID());
  const [request, setRequest] = useState<Request>({
    name: found.filename?.replace(/\.\w+$/, "") ?? new Date().toLocaleDateString(locale),
    import_id: found.id,
    role: "auto",
    format: "linkedin_message",
    language: "es",
    register: null,
    on_duplicate: "skip",
    budget_micros: null,
    dry_run: false,
  });
  const change = (part: Partial<Request>) => setRequest({ ...request, ...part });
  const errorAt = (pointer: string) => (start.error instanceof Problem ? start.error.at(pointer) : undefined);
  return (
    <form
      aria-labelledby="start-title"
      className="flex flex-col gap-4 rounded-control border border-border bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate({ request, key }, { onSuccess: (batch) => void navigate(`/lotes/${batch.id}`) });
      }}
    >
      <h2 id="start-title" className="text-title font-semibold">
        {words.options}
      </h2>
      <Field label={words.name} error={errorAt("/name")}>
        {(naming) => (
          <input
            {...naming}
            required
            maxLength={200}
            className={`${CONTROL} h-9`}
            value={request.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <FormatChoice value={request.format} onChange={(format) => change({ format })} />
      <div className="flex flex-wrap gap-4">
        <LanguageChoice
          value={request.language ?? "es"}
          onChange={(language) => change({ language, register: language === "en" ? null : request.register })}
        />
        {request.language === "es" && (
          <RegisterChoice value={request.register ?? null} onChange={(register) => change({ register })} />
        )}
      </div>
      <RoleField value={request.role ?? "auto"} error={errorAt("/role")} onChange={(role) => change({ role })} />
      <Named label={words.duplicates}>
        <Choice<Schemas["OnDuplicate"]>
          label={words.duplicates}
          value={request.on_duplicate ?? "skip"}
          onChange={(on_duplicate) => change({ on_duplicate })}
          options={(["skip", "update", "generate"] as const).map((value) => ({
            value,
            label: words.onDuplicate[value],
          }))}
        />
      </Named>
      <BudgetField
        value={request.budget_micros ?? null}
        error={errorAt("/budget_micros")}
        onChange={(budget_micros) => change({ budget_micros })}
      />
      <Cost request={request} />
      {start.error !== null && !(start.error instanceof Problem && start.error.fields.length > 0) && (
        <Notice tone="false">{start.error.message}</Notice>
      )}
      <Button type="submit" emphasis="primary" busy={start.isPending} disabled={found.usable === 0}>
        {words.start}
      </Button>
    </form>
  );
}

function Cost({ request }: { request: Request }) {
  const words = useWords(BATCHES);
  const estimate = useEstimate(useSettled(request));
  const { data } = estimate;
  if (data === undefined) return null;
  const isFree = data.cost_micros === 0 || data.currency === null;
  const money = isFree ? null : formatMoney(data.cost_micros, data.currency ?? "");
  return (
    <p role="status" className="figures rounded-control bg-sunken px-3 py-2">
      {words.estimate(data.total, money)}
    </p>
  );
}

function Named({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1">
      <span className="text-table font-medium">{label}</span>
      {children}
    </div>
  );
}
