import { type Schemas } from "../api/client.ts";
import { Notice } from "../design/notice.tsx";
import { useWords } from "../i18n/use-words.ts";
import { EVIDENCE } from "./evidence-words.ts";
import { isFinding } from "./segments.ts";

/** What the gate objects to, in its own sentences: first what must be mended, then advice. */
export function Findings({ checks }: { checks: readonly Schemas["CheckView"][] }) {
  const words = useWords(EVIDENCE);
  const found = checks.filter(isFinding).toSorted((one, other) => weight(one) - weight(other));
  if (found.length === 0) {
    return (
      <Notice tone="proof" title={words.allClear}>
        <span className="text-table text-muted">{words.checksPassed(checks.length)}</span>
      </Notice>
    );
  }
  return (
    <ul className="flex flex-col gap-2" aria-label={words.findings}>
      {found.map((check) => (
        <li key={check.name}>
          <Notice tone={check.verdict === "block" ? "false" : "doubt"}>
            <span className="sr-only">{check.verdict === "block" ? words.blocks : words.warns}: </span>
            {check.detail}
          </Notice>
        </li>
      ))}
    </ul>
  );
}

function weight(check: Schemas["CheckView"]): number {
  return check.verdict === "block" ? 0 : 1;
}
