import { useState } from "react";

import { Button } from "./button.tsx";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";

interface Props {
  verb: string;
  /** Names what will be lost. */
  question: string;
  busy: boolean;
  onSure: () => void;
}

/** Takes something away after saying, in place, what that means. */
export function SureButton({ verb, question, busy, onSure }: Props) {
  const common = useWords(COMMON);
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <Button emphasis="danger" onClick={() => setAsks(true)}>
        {verb}
      </Button>
    );
  }
  return (
    <div role="alert" className="flex w-full flex-wrap items-center gap-2 rounded-control bg-false-soft px-3 py-2">
      <span className="min-w-0 flex-1 basis-56">{question}</span>
      <Button emphasis="danger" busy={busy} onClick={onSure}>
        {verb}
      </Button>
      <Button emphasis="quiet" onClick={() => setAsks(false)}>
        {common.cancel}
      </Button>
    </div>
  );
}
