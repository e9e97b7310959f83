import { useEffect, useState } from "react";

import { keepCredential } from "../../api/credential.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { readKeyFile } from "./key-file.ts";
import { SESSION } from "./session-words.ts";

/** The other way in: an API key, tried before it is kept. */
export function KeyForm({ onDone }: { onDone: (() => void) | undefined }) {
  const words = useWords(SESSION);
  const common = useWords(COMMON);
  const [key, setKey] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [keyFile, setKeyFile] = useState<string | null>(null);
  useEffect(() => {
    void readKeyFile().then(setKeyFile);
  }, []);
  const enter = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const response = await fetch("/v1/me", { headers: { Authorization: `Bearer ${key.trim()}` } });
      if (response.ok) {
        keepCredential(key.trim());
        onDone?.();
      } else setError(words.refused);
    } catch {
      setError(common.offline);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <Field label={words.key} hint={words.keyHint(keyFile)} error={error}>
        {(naming) => (
          <input
            {...naming}
            className={CONTROL}
            type="password"
            autoComplete="current-password"
            value={key}
            onChange={(event) => setKey(event.target.value)}
            required
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        {words.enter}
      </Button>
    </form>
  );
}
