import { useRef, type ReactNode } from "react";

import { Button } from "./button.tsx";

interface Props {
  label: string;
  icon: ReactNode;
  accept: string;
  busy: boolean;
  onFile: (file: File) => void;
}

/** A button that opens a file; the same one can be opened again. */
export function FileButton({ label, icon, accept, busy, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        className="hidden"
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
