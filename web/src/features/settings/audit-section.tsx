import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL } from "../../design/field.tsx";
import { saveFile } from "../../design/save-file.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { AUDIT_ACTIONS } from "./audit-words.ts";
import { useMembers } from "../../people/use-members.ts";
import { type AuditFilters, exportAudit, useApiKeys, useAudit } from "./queries.ts";
import { Row, Rows, Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";
import { Refusal } from "../../problems/refusal.tsx";

/** Who did what, and from where. */
export function AuditSection() {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const actions = useWords(AUDIT_ACTIONS);
  const members = useMembers();
  const keys = useApiKeys();
  const [filters, setFilters] = useState<AuditFilters>({});
  const audit = useAudit(filters);
  const take = useMutation({
    mutationFn: () => exportAudit(filters),
    onSuccess: (file) => saveFile(words.auditFile, file),
  });
  const names = new Map([
    ...(keys.data?.items.map((key) => [key.id, key.name] as const) ?? []),
    ...(members.data?.items.map((member) => [member.id, member.name ?? member.email ?? member.id] as const) ?? []),
  ]);
  const entries = audit.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (name: keyof AuditFilters, value: string) => {
    const others = Object.fromEntries(Object.entries(filters).filter(([one]) => one !== name)) as AuditFilters;
    setFilters(value === "" ? others : { ...others, [name]: value });
  };
  const choice = (name: keyof AuditFilters, label: string, options: readonly (readonly [string, string])[]) => (
    <label className="flex min-w-36 flex-col gap-1 text-small font-medium text-muted max-md:flex-1">
      {label}
      <select
        className={`${CONTROL} h-9 max-md:h-11`}
        value={filters[name] ?? ""}
        onChange={(event) => change(name, event.target.value)}
      >
        <option value="">{words.anyone}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const day = (name: "from" | "to", label: string) => (
    <label className="flex min-w-36 flex-col gap-1 text-small font-medium text-muted max-md:flex-1">
      {label}
      <input
        type="date"
        className={`${CONTROL} h-9 max-md:h-11`}
        value={filters[name] ?? ""}
        onChange={(event) => change(name, event.target.value)}
      />
    </label>
  );
  return (
    <Section title={words.sections.audit} detail={words.auditDetail}>
      <div className="flex flex-wrap items-end gap-3">
        {choice("actor", words.who, [...names])}
        {choice("action", words.what, Object.entries(actions))}
        {choice("outcome", words.result, Object.entries(words.auditOutcomes))}
        {day("from", words.from)}
        {day("to", words.to)}
        <Button icon={<Download size={16} />} busy={take.isPending} onClick={() => take.mutate()}>
          {words.exportList}
        </Button>
      </div>
      <Refusal error={take.error} />
      <Refusal error={audit.error} />
      {audit.isSuccess && entries.length === 0 && <p className="text-muted">{words.noAudit}</p>}
      <Rows label={words.sections.audit}>
        {entries.map((entry) => (
          <Row
            key={entry.id}
            title={
              <>
                <span title={entry.action}>{actions[entry.action] ?? words.auditReading}</span>
                {entry.outcome === "refused" && (
                  <span className="pl-2 font-normal text-false">{words.auditOutcomes.refused}</span>
                )}
              </>
            }
            detail={detailOf(entry, names.get(entry.actor) ?? words.actors[entry.actor_kind] ?? entry.actor)}
          >
            <span className="text-table text-muted figures" title={entry.created_at}>
              {formatMoment(entry.created_at)}
            </span>
          </Row>
        ))}
      </Rows>
      {audit.hasNextPage && (
        <Button className="self-start" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </Section>
  );
}

function detailOf(entry: Schemas["AuditView"], actor: string): string {
  const [target] = entry.targets;
  const more = entry.target_count > 1 ? ` +${entry.target_count - 1}` : "";
  return [actor, target && `${target.kind}/${target.id.slice(0, 12)}${more}`, entry.address]
    .filter(Boolean)
    .join(" · ");
}
