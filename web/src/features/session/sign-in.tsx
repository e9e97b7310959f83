import { LogIn } from "lucide-react";
import { useEffect, useState } from "react";

import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { KeyForm } from "./key-form.tsx";
import { SESSION } from "./session-words.ts";
import { readSignInSettings, type SignInSettings } from "./sign-in-settings.ts";

interface Props {
  /** In a window of its own, so that the page behind keeps what was typed. */
  beside?: boolean;
  onDone?: () => void;
}

/** Asks who is there: with the issuer where there is one, or with a key. */
export function SignIn({ beside = false, onDone }: Props) {
  const words = useWords(SESSION);
  const [settings, setSettings] = useState<SignInSettings | null>();
  const [withKey, setWithKey] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    void readSignInSettings().then(setSettings);
  }, []);
  const signIn = async (chosen: SignInSettings) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const flow = await import("./authorization.ts");
      if (!beside) {
        await flow.leaveForIssuer(chosen);
        return;
      }
      if (await flow.signInBeside(chosen)) onDone?.();
      else setFailure(words.windowClosed);
    } catch {
      setFailure(words.issuerFailed);
    }
    setBusy(false);
  };
  if (settings === undefined) return <div className="h-9" />;
  if (settings === null) return <KeyForm onDone={onDone} />;
  return (
    <div className="flex flex-col gap-4">
      {failure !== undefined && <Notice tone="false">{failure}</Notice>}
      <Button emphasis="primary" icon={<LogIn size={16} />} busy={busy} onClick={() => void signIn(settings)}>
        {words.signIn}
      </Button>
      {withKey ? (
        <KeyForm onDone={onDone} />
      ) : (
        <Button emphasis="quiet" onClick={() => setWithKey(true)}>
          {words.withKey}
        </Button>
      )}
    </div>
  );
}
