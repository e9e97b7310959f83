import { useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "react-router";

import { Button } from "../../design/button.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type Import, useImport, useReadSource } from "../../imports/use-import.ts";
import { BATCHES } from "./batches-words.ts";
import { ImportCard } from "./import-card.tsx";
import { SourceCard } from "./source-card.tsx";
import { StartCard } from "./start-card.tsx";

/**
 * From a file to a running batch on one page: what was read at the left, what is to be written at the right. The
 * address names the import, so that a reload loses nothing and other screens can lead here with one.
 */
export default function NewBatchScreen() {
  const words = useWords(BATCHES);
  const common = useWords(COMMON);
  const queryClient = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const id = parameters.get("importacion");
  const read = useReadSource();
  const given = useImport(id);
  const keep = (found: Import) => queryClient.setQueryData(["import", found.id], found);
  const found = id === null ? undefined : given.data;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-4">
        <h1 className="text-display font-semibold">{words.newBatch}</h1>
        {found !== undefined && (
          <Button emphasis="quiet" onClick={() => setParameters({}, { replace: true })}>
            {words.otherFile}
          </Button>
        )}
      </div>
      {id !== null && given.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found === undefined && (id === null || given.isError) && (
        <SourceCard
          isReading={read.isPending}
          error={read.error ?? given.error}
          onSource={(source) =>
            read.mutate(source, {
              onSuccess: ({ id: made }) => setParameters({ importacion: made }, { replace: true }),
            })
          }
        />
      )}
      {found !== undefined && (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          <ImportCard found={found} onChanged={keep} />
          <StartCard key={found.id} found={found} />
        </div>
      )}
    </>
  );
}
