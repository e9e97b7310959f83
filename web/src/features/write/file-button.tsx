import { FileUp } from "lucide-react";
import { useRef } from "react";

import { Button } from "../../design/button.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { WRITE } from "./write-words.ts";

interface Props {
  isReading: boolean;
  onFile: (file: File) => void;
}

/** Opens a file; what dropping it on the page does too. */
export function FileButton({ isReading, onFile }: Props) {
  const words = useWords(WRITE);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<FileUp size={16} />} busy={isReading} onClick={() => input.current?.click()}>
        {words.openFile}
      </Button>
      <input
        ref={input}
        type="file"
        className="hidden"
        aria-label={words.openFile}
        accept=".pdf,.csv,.tsv,.txt,.xlsx,.json,.jsonl"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
