import { OfflineError, Problem } from "../api/problem.ts";
import { Notice } from "../design/notice.tsx";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";

/** Why something was not done. What stands at one of the fields that a form shows is not said twice. */
export function Refusal({ error, atFields = [] }: { error: Error | null; atFields?: readonly string[] }) {
  const common = useWords(COMMON);
  if (error === null) return null;
  if (error instanceof OfflineError) {
    return (
      <Notice tone="false" title={common.offline}>
        {common.offlineDetail}
      </Notice>
    );
  }
  const detail = error instanceof Problem ? error.besides(atFields) : error.message;
  return detail === undefined ? null : <Notice tone="false">{detail}</Notice>;
}
