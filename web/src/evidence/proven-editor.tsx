import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef } from "react";

import type { Schemas } from "../api/client.ts";
import { classes } from "../design/class-names.ts";
import { useLight } from "./lit-facts.tsx";
import { segmentsOf } from "./segments.ts";

interface Props {
  label: string;
  text: string;
  part: Schemas["Part"];
  claims: readonly Schemas["Claim"][];
  checks: readonly Schemas["CheckView"][];
  isOneLine?: boolean;
  /** Whether the caret goes there at once, behind the last word. */
  isFirst?: boolean;
  onChange: (text: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

const LINES: Record<Schemas["ClaimVerdict"], string> = {
  verified: "decoration-proof",
  unsupported: "decoration-false decoration-wavy bg-false-soft",
  contradicted: "decoration-false decoration-double bg-false-soft",
};

const TYPE = "col-start-1 row-start-1 p-2 text-message break-words whitespace-pre-wrap";

/**
 * A text to edit whose claims stay underlined. The marks lie behind the words, in the same type; those that the last
 * check found and that no longer stand where they stood are left out until the next one.
 */
export function ProvenEditor({
  label,
  text,
  part,
  claims,
  checks,
  isOneLine = false,
  isFirst = false,
  onChange,
  onKeyDown,
}: Props) {
  const { light } = useLight();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isFirst || area.current === null) return;
    area.current.focus();
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [isFirst]);
  const standing = claims.filter((claim) => text.slice(claim.start, claim.end) === claim.text);
  const lightClaimAtCaret = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const caret = event.currentTarget.selectionStart;
    const claim = standing.find((one) => one.in === part && one.start <= caret && caret <= one.end);
    light(claim?.facts ?? []);
  };
  return (
    <div className="grid rounded-control border border-outline bg-raised focus-within:border-accent">
      <div aria-hidden="true" className={classes(TYPE, "pointer-events-none text-transparent")}>
        {segmentsOf(text, part, standing, checks).map((segment) => (
          <span
            key={segment.start}
            className={classes(
              segment.claim !== null && "underline decoration-2 underline-offset-4",
              segment.claim !== null && LINES[segment.claim.verdict],
            )}
          >
            {segment.text}
          </span>
        ))}
        {/* A last line feed has no height of its own. */}
        {text.endsWith("\n") && " "}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        className={classes(TYPE, "resize-none overflow-hidden bg-transparent outline-none")}
        rows={isOneLine ? 1 : undefined}
        value={text}
        onChange={(event) => onChange(isOneLine ? event.target.value.replace(/\n/g, " ") : event.target.value)}
        onSelect={lightClaimAtCaret}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
