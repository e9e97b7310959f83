import { diffWordsWithSpace } from "diff";

/** What changed between two texts, word by word; what went is struck through, what came is underlined. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  return (
    <p className="text-base break-words whitespace-pre-wrap">
      {diffWordsWithSpace(before, after).map((part, index) => {
        if (part.added) {
          return (
            <ins key={index} className="bg-proof-soft decoration-proof underline-offset-2">
              {part.value}
            </ins>
          );
        }
        if (part.removed) {
          return (
            <del key={index} className="bg-false-soft decoration-false">
              {part.value}
            </del>
          );
        }
        return <span key={index}>{part.value}</span>;
      })}
    </p>
  );
}
