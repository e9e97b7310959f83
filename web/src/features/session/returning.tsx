import { useEffect, useState } from "react";

import { Button } from "../../design/button.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { isPending, passAnswerOn } from "./pending.ts";
import { SESSION } from "./session-words.ts";
import { readSignInSettings } from "./sign-in-settings.ts";

let began = false;

/** Where the issuer sends the browser back to: the page goes on where it was, or a window beside it closes. */
export function Returning() {
  const words = useWords(SESSION);
  const common = useWords(COMMON);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (began) return; // a code is good once
    began = true;
    const { search } = window.location;
    if (isPending()) void finish(search).catch(() => setHasFailed(true));
    else passAnswerOn(search);
  }, []);
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-4 text-center">
      <h1 className="text-title font-semibold">{hasFailed ? words.issuerFailed : common.loading}</h1>
      {hasFailed && <Button onClick={() => window.location.replace("/")}>{common.retry}</Button>}
    </main>
  );
}

async function finish(search: string): Promise<void> {
  const settings = await readSignInSettings();
  if (settings === null) throw new Error("there is no issuer");
  const { comeBack } = await import("./authorization.ts");
  window.location.replace(await comeBack(settings, search));
}
