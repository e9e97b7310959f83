import { useState } from "react";

import { keepCredential } from "../../api/credential.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { SESSION } from "./session-words.ts";

/** Asks who is there. The key is tried before it is kept. */
export function SignIn() {
  const words = useWords(SESSION);
  const common = useWords(COMMON);
  const [key, setKey] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const response = await fetch("/v1/settings", { headers: { Authorization: `Bearer ${key.trim()}` } });
      if (response.ok) keepCredential(key.trim());
      else setError(words.refused);
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
      <Field label={words.key} hint={words.keyHint} error={error}>
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
      <Button type="submit" emphasis="primary" busy={busy}>
        {words.enter}
      </Button>
    </form>
  );
}
