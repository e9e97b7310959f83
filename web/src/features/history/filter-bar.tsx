import { X } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "../../design/button.tsx";
import { classes } from "../../design/class-names.ts";
import { CONTROL } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useMembers } from "../../people/use-members.ts";
import { useRoles } from "../../roles/use-roles.ts";
import { type FilterName, type Filters, firstDayOf, periodOf, PERIODS } from "./filters.ts";
import { HISTORY } from "./history-words.ts";

interface Props {
  filters: Filters;
  onChange: (changes: Filters) => void;
  onClear: () => void;
}

/** What the list is narrowed by: chips that read as a sentence, quiet until they say something. */
export function FilterBar({ filters, onChange, onClear }: Props) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const locale = useLocale();
  const roles = useRoles();
  const members = useMembers();
  const chip = (name: FilterName & keyof typeof words.any, label: string, options: Options) => (
    <Chip
      label={label}
      value={filters[name] ?? ""}
      options={[["", words.any[name]], ...options]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div className="flex flex-wrap items-center gap-2 pb-4 max-md:-mx-4 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4">
      <input
        type="search"
        aria-label={words.search}
        className={`${CONTROL} h-9 max-w-48 shrink-0 max-md:h-11`}
        placeholder={words.searchPlaceholder}
        value={filters.q ?? ""}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      {chip("status", words.status, Object.entries(common.statuses))}
      {chip("format", words.format, Object.entries(common.formats))}
      {chip("role", words.role, roles.data?.items.map((role) => [role.key, role.names[locale]]) ?? [])}
      {chip("assignee", words.assignee, [
        ["none", words.nobody],
        ...(members.data?.items.map((member): [string, string] => [
          member.id,
          member.name ?? member.email ?? member.id,
        ]) ?? []),
      ])}
      <Period filters={filters} onChange={onChange} />
      {filters.batch !== undefined && (
        <button
          type="button"
          aria-label={words.remove(words.fromBatch)}
          className={classes(CHIP, SAYING, "inline-flex items-center gap-1.5")}
          onClick={() => onChange({ batch: "" })}
        >
          {words.fromBatch}
          <X size={14} aria-hidden="true" />
        </button>
      )}
      {Object.keys(filters).length > 0 && (
        <Button emphasis="quiet" onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}

function Period({ filters, onChange }: Pick<Props, "filters" | "onChange">) {
  const words = useWords(HISTORY);
  const period = periodOf(filters);
  const choose = (value: string) => {
    if (value === "") onChange({ from: "", to: "" });
    else if (value === "other") onChange({ from: filters.from ?? firstDayOf(30), to: filters.to ?? firstDayOf(1) });
    else onChange({ from: firstDayOf(Number(value)), to: "" });
  };
  return (
    <>
      <Chip
        label={words.period}
        value={String(period ?? "")}
        options={[
          ["", words.any.period],
          ...PERIODS.map((days): [string, string] => [String(days), words.lastDays(days)]),
          ["other", words.otherDays],
        ]}
        onChange={choose}
      />
      {period === "other" && (
        <>
          <Day label={words.from} value={filters.from} onChange={(from) => onChange({ from })} />
          <Day label={words.to} value={filters.to} onChange={(to) => onChange({ to })} />
        </>
      )}
    </>
  );
}

type Options = readonly (readonly [string, string])[];

const CHIP =
  "h-9 max-w-64 shrink-0 cursor-pointer truncate rounded-pill border px-3 text-table transition-colors max-md:h-11";
const SAYING = "border-transparent bg-accent-soft font-medium text-text";
const SILENT = "border-border bg-raised text-muted hover:text-text";

interface ChipProps {
  label: string;
  value: string;
  options: Options;
  onChange: (value: string) => void;
}

function Chip({ label, value, options, onChange }: ChipProps) {
  // As wide as what it says, where the browser can do that; a value that is no longer offered is still said.
  const known = options.some(([one]) => one === value) ? options : [...options, [value, value] as const];
  return (
    <select
      aria-label={label}
      className={classes(CHIP, "field-sizing-content", value === "" ? SILENT : SAYING)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {known.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string) => void;
}) {
  return (
    <Labelled label={label}>
      <input
        type="date"
        className={`${CONTROL} h-9 w-auto max-md:h-11`}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="flex items-center gap-2 text-table text-muted">
      {label}
      {children}
    </label>
  );
}
