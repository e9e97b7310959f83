import { OfflineError } from "../api/problem.ts";
import { Button } from "../design/button.tsx";
import { Notice } from "../design/notice.tsx";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";

/** Says that what a screen shows could not be read, and lets it be asked for again. */
export function NotLoaded({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const common = useWords(COMMON);
  const isOffline = error instanceof OfflineError;
  return (
    <Notice
      tone="false"
      title={isOffline ? common.offline : common.failed}
      action={<Button onClick={onRetry}>{common.retry}</Button>}
    >
      {isOffline ? common.offlineDetail : error.message}
    </Notice>
  );
}
