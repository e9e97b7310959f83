import { LoaderCircle } from "lucide-react";

import { Button } from "../../design/button.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMembers } from "../../people/use-members.ts";
import { Refusal } from "../../problems/refusal.tsx";
import { useErasures } from "./privacy-queries.ts";
import { PRIVACY } from "./privacy-words.ts";
import { Row, Rows } from "./section.tsx";

/** That people were erased and who asked for it; one that goes on is looked at until it is finished. */
export function ErasureList() {
  const words = useWords(PRIVACY);
  const common = useWords(COMMON);
  const members = useMembers();
  const erasures = useErasures();
  const items = erasures.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (id: string) => {
    const member = members.data?.items.find((one) => one.id === id);
    return member?.name ?? member?.email ?? words.somebody;
  };
  return (
    <div className="flex flex-col gap-2">
      <div>
        <h3 className="font-semibold">{words.erasures}</h3>
        <p className="text-muted">{words.erasuresDetail}</p>
      </div>
      <Refusal error={erasures.error} />
      {erasures.isSuccess && items.length === 0 && <p className="text-muted">{words.noErasures}</p>}
      <Rows label={words.erasures}>
        {items.map((erasure) => (
          <Row
            key={erasure.id}
            title={
              <span className="flex items-center gap-2">
                {erasure.state === "running" && (
                  <LoaderCircle size={16} aria-hidden className="text-accent motion-safe:animate-spin" />
                )}
                {words.erasureStates[erasure.state]}
              </span>
            }
            detail={[
              words.askedBy(nameOf(erasure.by), formatMoment(erasure.created_at)),
              erasure.finished_at !== null && words.finished(formatMoment(erasure.finished_at)),
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        ))}
      </Rows>
      {erasures.hasNextPage && (
        <Button className="self-start" busy={erasures.isFetchingNextPage} onClick={() => void erasures.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </div>
  );
}
