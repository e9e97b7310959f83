import { useEffect } from "react";
import { isRouteErrorResponse, useRouteError } from "react-router";

import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { useWords } from "../i18n/use-words.ts";
import { APP } from "./app-words.ts";
import { noteUse } from "../usage/note-use.ts";

/** What stands in the place of a screen that failed or does not exist. */
export function ScreenBoundary() {
  const words = useWords(APP);
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  useEffect(() => {
    if (!isMissing) noteUse("failed");
  }, [isMissing]);
  return (
    <main>
      <EmptyState
        title={isMissing ? words.notFound : words.crashed}
        action={
          <Button onClick={() => window.location.assign(isMissing ? "/" : window.location.href)}>{words.reload}</Button>
        }
      >
        {isMissing ? words.notFoundDetail : words.crashedDetail}
      </EmptyState>
    </main>
  );
}
