import { useState } from "react";

import { Button } from "../../design/button.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { BATCHES } from "./batches-words.ts";
import { ImportCard } from "./import-card.tsx";
import { type Import, useImport } from "./queries.ts";
import { SourceCard } from "./source-card.tsx";
import { StartCard } from "./start-card.tsx";

/** From a file to a running batch on one page: what was read at the left, what is to be written at the right. */
export default function NewBatchScreen() {
  const words = useWords(BATCHES);
  const read = useImport();
  const [found, setFound] = useState<Import | null>(null);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-4">
        <h1 className="text-display font-semibold">{words.newBatch}</h1>
        {found !== null && (
          <Button emphasis="quiet" onClick={() => setFound(null)}>
            {words.otherFile}
          </Button>
        )}
      </div>
      {found === null ? (
        <SourceCard
          isReading={read.isPending}
          error={read.error}
          onSource={(source) => read.mutate(source, { onSuccess: setFound })}
        />
      ) : (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          <ImportCard found={found} onChanged={setFound} />
          <StartCard key={found.id} found={found} />
        </div>
      )}
    </>
  );
}
