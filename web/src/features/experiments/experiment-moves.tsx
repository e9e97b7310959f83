import { useState } from "react";
import { useNavigate } from "react-router";

import { Problem } from "../../api/problem.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { EXPERIMENTS } from "./experiments-words.ts";
import { type Report, useMoveExperiment, useRemoveExperiment } from "./queries.ts";

/** What can be done with the experiment as it stands. */
export function ExperimentMoves({ report }: { report: Report }) {
  const words = useWords(EXPERIMENTS);
  const toast = useToast();
  const navigate = useNavigate();
  const mayEdit = useMay()("content:edit");
  const move = useMoveExperiment(report.id);
  const remove = useRemoveExperiment(report.id);
  const [decides, setDecides] = useState(false);
  if (!mayEdit || report.state === "decided") return null;
  const isDraft = report.state === "draft";
  const error = move.error ?? remove.error;
  return (
    <div className="flex flex-col gap-3">
      {decides ? (
        <Decision report={report} onCancel={() => setDecides(false)} />
      ) : (
        <div className="flex flex-wrap items-start gap-2">
          {!isDraft && (
            <Button emphasis="primary" onClick={() => setDecides(true)}>
              {words.decide}
            </Button>
          )}
          {report.state !== "running" && isDraft && (
            <Button
              emphasis="primary"
              busy={move.isPending}
              onClick={() => move.mutate({ move: "start" }, { onSuccess: () => toast(words.started) })}
            >
              {words.start}
            </Button>
          )}
          {report.state === "running" && (
            <SureButton
              verb={words.stop}
              question={words.stopSure}
              busy={move.isPending}
              onSure={() => move.mutate({ move: "stop" }, { onSuccess: () => toast(words.stopped) })}
            />
          )}
          {isDraft && (
            <SureButton
              verb={words.remove}
              question={words.removeSure}
              busy={remove.isPending}
              onSure={() => remove.mutate(undefined, { onSuccess: () => void navigate("/analitica/experimentos") })}
            />
          )}
        </div>
      )}
      {error !== null && !decides && <Notice tone="false">{error.message}</Notice>}
    </div>
  );
}

function Decision({ report, onCancel }: { report: Report; onCancel: () => void }) {
  const words = useWords(EXPERIMENTS);
  const common = useWords(COMMON);
  const toast = useToast();
  const move = useMoveExperiment(report.id);
  const winner = report.results?.winner ?? null;
  const [variant, setVariant] = useState(winner ?? report.variants[0]?.name ?? "");
  const [reason, setReason] = useState("");
  const needsReason = variant !== winner;
  const error = move.error instanceof Problem ? (move.error.at("/reason") ?? move.error.message) : move.error?.message;
  return (
    <form
      className="flex max-w-2xl flex-col gap-3 rounded-control border border-border bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate(
          { move: "decide", choice: { variant, reason: reason.trim() || null } },
          { onSuccess: () => toast(words.decided(variant)) },
        );
      }}
    >
      <p className="text-muted">{words.decideDetail}</p>
      <Field label={words.chosen}>
        {(naming) => (
          <select
            {...naming}
            className={`${CONTROL} h-9 max-md:h-11`}
            value={variant}
            onChange={(event) => setVariant(event.target.value)}
          >
            {report.variants.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name} · {words.version(one.prompt_version, false)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.reason} hint={words.reasonHint} error={error}>
        {(naming) => (
          <input
            {...naming}
            required={needsReason}
            maxLength={200}
            className={`${CONTROL} h-9 max-md:h-11`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" emphasis="primary" busy={move.isPending}>
          {words.decide}
        </Button>
        <Button emphasis="quiet" onClick={onCancel}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}
