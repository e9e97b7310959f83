import { ArrowLeft, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { useRoleName } from "../../roles/use-roles.ts";
import { EXPERIMENTS } from "./experiments-words.ts";
import { NewExperiment } from "./new-experiment.tsx";
import { useExperiments } from "./queries.ts";
import { StateBadge } from "./state-badge.tsx";
import { Refusal } from "../../problems/refusal.tsx";

/** Every experiment, newest first. */
export default function ExperimentsScreen() {
  const words = useWords(EXPERIMENTS);
  const common = useWords(COMMON);
  const mayEdit = useMay()("content:edit");
  const found = useExperiments();
  const [isMaking, setIsMaking] = useState(false);
  const create = mayEdit && !isMaking && (
    <Button emphasis="primary" icon={<Plus size={16} />} onClick={() => setIsMaking(true)}>
      {words.create}
    </Button>
  );
  const isEmpty = found.data?.items.length === 0;
  return (
    <>
      <Link to="/analitica" className="flex items-center gap-1 text-table text-muted hover:text-text">
        <ArrowLeft size={14} aria-hidden="true" />
        {words.back}
      </Link>
      <div className="flex flex-wrap items-center justify-between gap-2 pt-1 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        {!isEmpty && create}
      </div>
      {isMaking && <NewExperiment onCancel={() => setIsMaking(false)} />}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      <Refusal error={found.error} />
      {isEmpty && !isMaking && (
        <EmptyState title={words.empty} action={create}>
          {words.emptyDetail}
        </EmptyState>
      )}
      <ul className="flex flex-col gap-2">
        {found.data?.items.map((experiment) => (
          <li key={experiment.id}>
            <ExperimentRow experiment={experiment} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ExperimentRow({ experiment }: { experiment: Schemas["ExperimentView"] }) {
  const words = useWords(EXPERIMENTS);
  const common = useWords(COMMON);
  const nameOf = useRoleName();
  const { role, format, language } = experiment;
  return (
    <Link
      to={`/analitica/experimentos/${experiment.id}`}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control border border-border bg-raised px-4 py-3 transition-colors hover:border-outline"
    >
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium">{experiment.name}</span>
        <span className="text-table text-muted">
          {words.place(nameOf(role), common.formats[format], common.languages[language])} ·{" "}
          {formatMoment(experiment.started_at ?? experiment.created_at)}
        </span>
      </span>
      <StateBadge state={experiment.state} />
    </Link>
  );
}
