import type { ReactNode } from "react";

import { Button } from "../../design/button.tsx";
import { CONTROL } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useRoles } from "../../roles/use-roles.ts";
import type { FilterName, Filters } from "./filters.ts";
import { HISTORY } from "./history-words.ts";

interface Props {
  filters: Filters;
  onChange: (name: FilterName, value: string) => void;
  onClear: () => void;
}

/** What the list is narrowed by. */
export function FilterBar({ filters, onChange, onClear }: Props) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const locale = useLocale();
  const roles = useRoles();
  const choice = (name: FilterName, label: string, any: string, options: readonly (readonly [string, string])[]) => (
    <Labelled label={label}>
      <select
        className={`${CONTROL} h-9 max-md:h-11`}
        value={filters[name] ?? ""}
        onChange={(event) => onChange(name, event.target.value)}
      >
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
  const day = (name: FilterName, label: string) => (
    <Labelled label={label}>
      <input
        type="date"
        className={`${CONTROL} h-9 max-md:h-11`}
        value={filters[name] ?? ""}
        onChange={(event) => onChange(name, event.target.value)}
      />
    </Labelled>
  );
  return (
    <div className="flex flex-wrap items-end gap-3 pb-4">
      <Labelled label={words.search}>
        <input
          type="search"
          className={`${CONTROL} h-9 max-md:h-11`}
          placeholder={words.searchPlaceholder}
          value={filters.q ?? ""}
          onChange={(event) => onChange("q", event.target.value)}
        />
      </Labelled>
      {choice("status", words.status, words.anyStatus, Object.entries(common.statuses))}
      {choice("format", words.format, words.anyStatus, Object.entries(common.shortFormats))}
      {choice(
        "role",
        words.role,
        words.anyStatus,
        roles.data?.items.map((role) => [role.key, role.names[locale]]) ?? [],
      )}
      {day("from", words.from)}
      {day("to", words.to)}
      {Object.keys(filters).length > 0 && (
        <Button emphasis="quiet" onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="flex min-w-36 flex-col gap-1 text-small font-medium text-muted max-md:flex-1">
      {label}
      {children}
    </label>
  );
}
