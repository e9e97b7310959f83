import { Lightbulb } from "lucide-react";
import { Link } from "react-router";

import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { useSignals } from "../../signals/use-signals.ts";
import { PROMPTS } from "./prompts-words.ts";
import type { Place } from "./queries.ts";

/** What went with positive replies in this format and language, for whoever writes its prompt. */
export function SignalHints({ place: { format, language } }: { place: Place }) {
  const words = useWords(PROMPTS);
  const mayRead = useMay()("metrics:read");
  const signals = useSignals({ format, language }, mayRead).data;
  if (!mayRead || signals === undefined) return null;
  const hints = signals.items.flatMap(({ hint }) => (hint === null ? [] : [hint]));
  return (
    <section aria-labelledby="hints-title" className="rounded-control bg-sunken px-3 py-2 text-table">
      <h2 id="hints-title" className="flex items-center gap-2 font-medium">
        <Lightbulb size={14} aria-hidden="true" className="text-accent" />
        {words.hints}
      </h2>
      {hints.length === 0 ? (
        <p className="text-muted">{words.noHints(signals.minimum_sample)}</p>
      ) : (
        <ul className="list-disc pl-5">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      <Link
        to={`/analitica/senales?formato=${format}&idioma=${language}`}
        className="underline underline-offset-2 hover:text-accent"
      >
        {words.allSignals}
      </Link>
    </section>
  );
}
