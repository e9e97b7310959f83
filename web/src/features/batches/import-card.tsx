import { Download } from "lucide-react";

import { Button } from "../../design/button.tsx";
import { CONTROL } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { BATCHES } from "./batches-words.ts";
import { downloadErrors, useRemap } from "./queries.ts";
import type { Import } from "../../imports/use-import.ts";

/** The field that keeps a column as it is, under its own heading. */
const ASIDE = "";

/** What was understood of the file: counts, columns that can be changed, first people, errors. */
export function ImportCard({ found, onChanged }: { found: Import; onChanged: (changed: Import) => void }) {
  const words = useWords(BATCHES);
  const remap = useRemap(found.id);
  const said = [
    found.duplicates.in_file > 0 && words.inFile(found.duplicates.in_file),
    found.duplicates.known > 0 && words.known(found.duplicates.known),
    found.not_icp > 0 && words.notIcp(found.not_icp),
    found.suppressed > 0 && words.suppressed(found.suppressed),
  ].filter(Boolean);
  return (
    <section
      aria-labelledby="import-title"
      className="flex min-w-0 flex-col gap-4 rounded-control border border-border bg-raised p-4"
    >
      <div>
        <h2 id="import-title" className="text-title font-semibold">
          {found.filename ?? words.file}
        </h2>
        <p className="text-muted">{[words.rows(found.rows, found.usable), ...said].join(" · ")}</p>
      </div>
      {found.warnings.map((warning) => (
        <Notice key={warning} tone="doubt">
          {warning}
        </Notice>
      ))}
      {found.error_count > 0 && (
        <Notice
          tone="doubt"
          title={words.errors(found.error_count)}
          action={
            <Button icon={<Download size={16} />} onClick={() => void downloadErrors(found.id)}>
              {words.downloadErrors}
            </Button>
          }
        >
          <ul className="text-table text-muted">
            {found.errors.slice(0, 3).map((error) => (
              <li key={`${error.row}.${error.column}`}>
                {words.row(error.row)} · {error.column}: {error.detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {remap.error !== null && <Notice tone="false">{remap.error.message}</Notice>}
      {found.mapping.length > 0 && (
        <div className="min-w-0">
          <h3 className="text-base font-semibold">{words.mapping}</h3>
          <p className="pb-2 text-small text-muted">{words.mappingHint}</p>
          <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2" aria-busy={remap.isPending}>
            {found.mapping.map((column) => (
              <li key={column.column} className="grid min-w-0 grid-cols-2 items-center gap-2 text-table">
                <label htmlFor={`column-${column.column}`} className="truncate" title={column.column}>
                  {column.column}
                  <span className="block text-small text-muted">
                    {column.field !== null && (column.confidence >= 1 ? words.sure : words.guessed)}
                  </span>
                </label>
                <select
                  id={`column-${column.column}`}
                  className={CONTROL}
                  disabled={remap.isPending}
                  value={column.field ?? ASIDE}
                  onChange={(event) =>
                    remap.mutate(
                      { column: column.column, field: (event.target.value || null) as never },
                      { onSuccess: onChanged },
                    )
                  }
                >
                  <option value={ASIDE}>{words.keepAside}</option>
                  {Object.entries(words.fields).map(([field, name]) => (
                    <option key={field} value={field}>
                      {name}
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FirstRows found={found} />
    </section>
  );
}

function FirstRows({ found }: { found: Import }) {
  const words = useWords(BATCHES);
  return (
    <div className="min-w-0">
      <h3 className="pb-1 text-base font-semibold">{words.firstRows}</h3>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.firstRows}>
        <table className="w-full text-left text-table">
          <thead className="text-muted">
            <tr>
              {(["full_name", "title", "company", "email"] as const).map((field) => (
                <th key={field} scope="col" className="py-1 pr-4 font-medium whitespace-nowrap">
                  {words.fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.preview.slice(0, 8).map((prospect, index) => (
              <tr key={index} className="border-t border-border">
                <td className="max-w-56 truncate py-1 pr-4 font-medium">{prospect.full_name}</td>
                <td className="max-w-64 truncate py-1 pr-4">{prospect.title ?? prospect.headline}</td>
                <td className="max-w-56 truncate py-1 pr-4">{prospect.company}</td>
                <td className="max-w-56 truncate py-1 pr-4">{prospect.email ?? prospect.linkedin_url}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
