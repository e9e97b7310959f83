import { FileUp } from "lucide-react";

import { FileButton } from "../../design/file-button.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { WRITE } from "./write-words.ts";

interface Props {
  isReading: boolean;
  onFile: (file: File) => void;
}

/** Opens a file; what dropping it on the page does too. */
export function OpenProfile({ isReading, onFile }: Props) {
  const words = useWords(WRITE);
  return (
    <FileButton
      label={words.openFile}
      icon={<FileUp size={16} />}
      accept=".pdf,.csv,.tsv,.txt,.xlsx,.json,.jsonl"
      busy={isReading}
      onFile={onFile}
    />
  );
}
