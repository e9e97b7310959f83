import type { Schemas } from "../../api/client.ts";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { FactList } from "../../evidence/fact-list.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { PROMPTS } from "./prompts-words.ts";
import { useProspects } from "./queries.ts";

interface Props {
  prospectId: string;
  preview: Schemas["PreviewView"] | undefined;
  error: Error | null;
  onProspect: (id: string) => void;
}

/** What the writer would get for somebody real, as the text is typed. */
export function PreviewPanel({ prospectId, preview, error, onProspect }: Props) {
  const words = useWords(PROMPTS);
  const prospects = useProspects();
  return (
    <section
      aria-labelledby="preview-title"
      className="flex flex-col gap-4 rounded-control border border-border bg-raised p-4 lg:sticky lg:top-6"
    >
      <h2 id="preview-title" className="text-title font-semibold">
        {words.preview}
      </h2>
      <Field label={words.previewFor}>
        {(naming) => (
          <select
            {...naming}
            className={`${CONTROL} h-9 max-md:h-11`}
            value={prospectId}
            onChange={(event) => onProspect(event.target.value)}
          >
            {prospects.data?.items.map((prospect) => (
              <option key={prospect.id} value={prospect.id}>
                {[prospect.full_name, prospect.title, prospect.company].filter(Boolean).join(" · ")}
              </option>
            ))}
          </select>
        )}
      </Field>
      {error !== null && (
        <Notice tone="false" title={words.previewFails}>
          {error.message}
        </Notice>
      )}
      {preview !== undefined && error === null && (
        <>
          <div>
            <h3 className="pb-1 text-small font-medium text-muted">{words.rendered}</h3>
            <p
              tabIndex={0}
              className="max-h-[40vh] overflow-y-auto rounded-control bg-sunken p-3 text-table break-words whitespace-pre-wrap"
            >
              {preview.instructions}
            </p>
          </div>
          <details>
            <summary className="cursor-pointer text-table font-medium">{words.given}</summary>
            <div className="pt-2">
              <FactList facts={preview.facts} claims={[]} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}
