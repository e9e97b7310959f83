import { type Schemas } from "../api/client.ts";

type Claim = Schemas["Claim"];
type Part = Schemas["Part"];
type Check = Schemas["CheckView"];

/** A stretch of a text that has one look: the claim that it is part of, and the findings that concern it. */
export interface Segment {
  start: number;
  text: string;
  claim: Claim | null;
  findings: readonly Check[];
}

/** A check that has something to object to. */
export function isFinding(check: Check): boolean {
  return check.verdict !== "pass";
}

/**
 * Cuts a subject or a body where a claim or a finding begins or ends. Offsets are UTF-16 code units, as the API gives
 * them and `slice` takes them; those beyond the text (it has just been edited) are ignored.
 */
export function segmentsOf(text: string, part: Part, claims: readonly Claim[], checks: readonly Check[]): Segment[] {
  const claimed = claims.filter((claim) => claim.in === part && claim.end <= text.length);
  const spotted = checks
    .filter(isFinding)
    .flatMap((check) =>
      check.spans.filter((span) => span.in === part && span.end <= text.length).map((span) => ({ check, span })),
    );
  const cuts = [...new Set([0, text.length, ...claimed.flatMap(edges), ...spotted.flatMap(({ span }) => edges(span))])];
  cuts.sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      claim: claimed.find((claim) => claim.start <= start && end <= claim.end) ?? null,
      findings: spotted.filter(({ span }) => span.start <= start && end <= span.end).map(({ check }) => check),
    };
  });
}

function edges({ start, end }: { start: number; end: number }): [number, number] {
  return [start, end];
}
