import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { classes } from "../../design/class-names.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { PROMPTS } from "./prompts-words.ts";

type Version = Schemas["PromptView"];

interface Props {
  versions: readonly Version[];
  compared: string | null;
  onCompare: (version: Version | null) => void;
  onRestore: (version: Version) => void;
  /** Left out for those who may not. */
  onActivate: ((version: Version) => void) | undefined;
}

/** Every version, newest first: when, why, and what can be done with it. */
export function VersionList({ versions, compared, onCompare, onRestore, onActivate }: Props) {
  const words = useWords(PROMPTS);
  return (
    <section aria-labelledby="versions-title" className="flex flex-col gap-2">
      <h2 id="versions-title" className="text-base font-semibold">
        {words.versions}
      </h2>
      <ol className="flex flex-col divide-y divide-border rounded-control border border-border">
        {versions.map((version) => (
          <li
            key={version.id}
            className={classes(
              "flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-2",
              version.id === compared && "bg-accent-soft",
            )}
          >
            <span className="font-medium">{words.version(version.version)}</span>
            {version.active && (
              <span className="rounded-pill bg-proof-soft px-2 text-small font-medium text-proof">{words.active}</span>
            )}
            <span className="min-w-28 flex-1 truncate text-table text-muted" title={version.note ?? undefined}>
              {formatMoment(version.created_at)}
              {version.note !== null && ` · ${version.note}`}
            </span>
            <span className="flex flex-wrap gap-1">
              <Button
                emphasis="quiet"
                aria-pressed={version.id === compared}
                onClick={() => onCompare(version.id === compared ? null : version)}
              >
                {version.id === compared ? words.stopComparing : words.compare}
              </Button>
              <Button emphasis="quiet" onClick={() => onRestore(version)}>
                {words.restore}
              </Button>
              {!version.active && onActivate !== undefined && (
                <Button onClick={() => onActivate(version)}>{words.activate}</Button>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
