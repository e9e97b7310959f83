import type { Schemas } from "../api/client.ts";
import { useWords } from "../i18n/use-words.ts";
import { EVIDENCE } from "./evidence-words.ts";
import { LengthMeter } from "./length-meter.tsx";
import { ProvenText } from "./proven-text.tsx";

type Text = Pick<
  Schemas["MessageView"],
  "subject" | "body" | "claims" | "checks" | "characters" | "limit" | "subject_characters" | "subject_limit"
>;

/** A message to read: subject and body with their claims underlined and their lengths. */
export function MessageText({ message }: { message: Text }) {
  const words = useWords(EVIDENCE);
  return (
    <div className="flex flex-col gap-3">
      {message.subject !== null && (
        <div className="border-b border-border pb-2">
          <div className="flex items-baseline justify-between gap-2 text-small text-muted">
            <span>{words.subject}</span>
            <LengthMeter used={message.subject_characters ?? 0} limit={message.subject_limit ?? 0} />
          </div>
          <p className="text-message font-medium">
            <ProvenText text={message.subject} part="subject" claims={message.claims} checks={message.checks} />
          </p>
        </div>
      )}
      <div className="max-w-[68ch] text-message">
        <ProvenText text={message.body} part="body" claims={message.claims} checks={message.checks} />
      </div>
      <LengthMeter used={message.characters} limit={message.limit} />
    </div>
  );
}
