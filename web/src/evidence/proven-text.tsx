import { type Schemas } from "../api/client.ts";
import { classes } from "../design/class-names.ts";
import { useWords } from "../i18n/use-words.ts";
import { EVIDENCE } from "./evidence-words.ts";
import { useLight, useLighting } from "./lit-facts.tsx";
import { type Segment, segmentsOf } from "./segments.ts";

interface Props {
  text: string;
  part: Schemas["Part"];
  claims: readonly Schemas["Claim"][];
  checks: readonly Schemas["CheckView"][];
}

/** A text with its claims underlined; the pointer or the focus on one lights the fact that proves it. */
export function ProvenText({ text, part, claims, checks }: Props) {
  return (
    <span className="break-words whitespace-pre-wrap">
      {segmentsOf(text, part, claims, checks).map((segment) => (
        <Stretch key={segment.start} segment={segment} />
      ))}
    </span>
  );
}

/** A verdict has a colour and a line of its own shape: plain, wavy, or double. */
const LOOKS: Record<Schemas["ClaimVerdict"], string> = {
  verified: "decoration-proof decoration-solid",
  unsupported: "decoration-false decoration-wavy bg-false-soft",
  contradicted: "decoration-false decoration-double bg-false-soft",
};

function Stretch({ segment }: { segment: Segment }) {
  if (segment.claim !== null) return <ClaimStretch claim={segment.claim} text={segment.text} />;
  const worst = segment.findings.find((check) => check.verdict === "block") ?? segment.findings[0];
  if (worst === undefined) return segment.text;
  const look = worst.verdict === "block" ? "bg-false-soft decoration-false" : "bg-doubt-soft decoration-doubt";
  return (
    <mark
      title={worst.detail}
      className={classes("text-inherit underline decoration-dotted decoration-2 underline-offset-4", look)}
    >
      {segment.text}
    </mark>
  );
}

function ClaimStretch({ claim, text }: { claim: Schemas["Claim"]; text: string }) {
  const words = useWords(EVIDENCE);
  const { facts } = useLight();
  const lighting = useLighting(claim.facts);
  const isLit = claim.facts.some((id) => facts.includes(id));
  return (
    <span
      tabIndex={0}
      role="note"
      aria-label={`${text}: ${words.verdicts[claim.verdict]}`}
      title={words.verdicts[claim.verdict]}
      data-verdict={claim.verdict}
      {...lighting}
      className={classes(
        "rounded-[3px] underline decoration-2 underline-offset-4 transition-colors",
        LOOKS[claim.verdict],
        isLit && claim.verdict === "verified" && "bg-proof-soft",
      )}
    >
      {text}
    </span>
  );
}
