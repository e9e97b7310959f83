import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";

import { Button } from "../../design/button.tsx";
import { classes } from "../../design/class-names.ts";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { BATCHES } from "./batches-words.ts";

interface Props {
  isReading: boolean;
  error: Error | null;
  onSource: (source: File | string) => void;
}

/** Where the people come from: a file, dropped or chosen, or what was copied elsewhere. */
export function SourceCard({ isReading, error, onSource }: Props) {
  const words = useWords(BATCHES);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [text, setText] = useState("");
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onSource(file);
  };
  return (
    <section className="flex max-w-2xl flex-col gap-6" aria-label={words.file} aria-busy={isReading}>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        className={classes(
          "flex flex-col items-center gap-3 rounded-control border-2 border-dashed px-6 py-10 text-center",
          isOver ? "border-accent bg-accent-soft" : "border-border bg-raised",
        )}
      >
        <p className="text-title font-semibold">{words.dropHere}</p>
        <p className="text-muted">{words.fileKinds}</p>
        <Button emphasis="primary" icon={<FileUp size={16} />} busy={isReading} onClick={() => input.current?.click()}>
          {words.chooseFile}
        </Button>
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={words.file}
          accept=".csv,.tsv,.txt,.xlsx,.pdf,.json,.jsonl"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) onSource(file);
            event.target.value = "";
          }}
        />
        <p role="status" className="text-muted">
          {isReading && words.reading}
        </p>
      </div>
      {error !== null && <Notice tone="false">{error.message}</Notice>}
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") onSource(text);
        }}
      >
        <Field label={words.orPaste} hint={words.pasteHint}>
          {(naming) => (
            <textarea
              {...naming}
              className={`${CONTROL} field-sizing-content max-h-60 min-h-24`}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" disabled={text.trim() === ""} busy={isReading}>
            {words.readText}
          </Button>
        </div>
      </form>
    </section>
  );
}
