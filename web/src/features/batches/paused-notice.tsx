import { Link } from "react-router";

import { Notice } from "../../design/notice.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { BATCHES } from "./batches-words.ts";

const EVERY_MS = 10_000;

/** Why a batch that runs writes nothing: somebody, or the day's limit of spending, has paused the workspace's generation. */
export function PausedNotice() {
  const words = useWords(BATCHES);
  const settings = useSettings(true, EVERY_MS);
  if (settings.data?.generation_paused !== true) return null;
  return (
    <Notice
      tone="doubt"
      title={words.generationPaused}
      action={
        <Link to="/ajustes" className="underline">
          {words.toSettings}
        </Link>
      }
    >
      {words.generationPausedDetail}
    </Notice>
  );
}
