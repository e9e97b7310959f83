import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { NotLoaded } from "../../problems/not-loaded.tsx";
import { PartScreen } from "./part-screen.tsx";
import { useCountName } from "./count-name.ts";
import { formatCount, formatDate } from "./figures.ts";
import { PROOFS } from "./proofs-words.ts";
import { useProofs } from "./queries.ts";

type Proof = Schemas["ProofView"];

/** What each night's recount found, so that figures can be believed. */
export default function ProofsScreen() {
  const words = useWords(PROOFS);
  const common = useWords(COMMON);
  const found = useProofs();
  const proofs = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PartScreen words={words}>
      {found.isError && <NotLoaded error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      {found.isSuccess && proofs.length === 0 && <EmptyState title={words.empty}>{words.emptyDetail}</EmptyState>}
      {proofs.length > 0 && (
        <ul
          aria-label={words.title}
          className="flex flex-col divide-y divide-border rounded-control border border-border bg-raised"
        >
          {proofs.map((proof) => (
            <Night key={proof.night} proof={proof} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button className="self-start" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </PartScreen>
  );
}

function Night({ proof }: { proof: Proof }) {
  const words = useWords(PROOFS);
  const [shows, setShows] = useState(false);
  const isClean = proof.mended_counts === 0;
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span aria-hidden="true" className={isClean ? "text-proof" : "text-doubt"}>
          {isClean ? <CircleCheck size={16} /> : <TriangleAlert size={16} />}
        </span>
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium">{words.night(formatDate(proof.night))}</p>
          <p className="text-table text-muted">
            {isClean ? words.clean(proof.days.length) : words.mended(formatCount(proof.mended_counts))}
          </p>
          {proof.busy_days.length > 0 && (
            <p className="text-table text-muted">{words.busy(proof.busy_days.map(formatDate).join(", "))}</p>
          )}
        </div>
        {!isClean && (
          <Button emphasis="quiet" aria-expanded={shows} onClick={() => setShows(!shows)}>
            {shows ? words.hide : words.show}
          </Button>
        )}
      </div>
      {shows && <Mended proof={proof} />}
    </li>
  );
}

function Mended({ proof }: { proof: Proof }) {
  const words = useWords(PROOFS);
  const nameOf = useCountName();
  return (
    <>
      <div className="max-h-96 overflow-auto rounded-control border border-border" tabIndex={0}>
        <table className="w-full text-table" aria-label={words.mended(formatCount(proof.mended_counts))}>
          <thead>
            <tr className="text-left text-muted">
              {[words.day, words.count, words.was, words.isNow].map((head, place) => (
                <th key={head} scope="col" className={`px-3 py-2 font-medium ${place > 1 ? "text-right" : ""}`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {proof.mended.map((count) => (
              <tr key={`${count.of} ${count.name}`} className="border-t border-border">
                <td className="px-3 py-1.5 whitespace-nowrap">{formatDate(count.of)}</td>
                <td className="px-3 py-1.5">{nameOf(count.name)}</td>
                <td className="px-3 py-1.5 text-right figures">{formatCount(count.was)}</td>
                <td className="px-3 py-1.5 text-right font-medium figures">{formatCount(count.is_now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {proof.mended.length < proof.mended_counts && (
        <p className="text-small text-muted">{words.onlySome(formatCount(proof.mended.length))}</p>
      )}
    </>
  );
}
