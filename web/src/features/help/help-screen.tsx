import { Link, useParams } from "react-router";

import administracion from "../../../../docs/guia/administracion.md";
import representante from "../../../../docs/guia/representante.md";
import responsable from "../../../../docs/guia/responsable.md";
import { classes } from "../../design/class-names.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type GuideName, HELP } from "./help-words.ts";

/** The pages of docs/guia, turned into HTML when the page is built. */
const GUIDES: Readonly<Record<GuideName, string>> = { representante, responsable, administracion };
const NAMES = Object.keys(GUIDES) as GuideName[];

/** The user guide: one page for each kind of work. */
export default function HelpScreen() {
  const words = useWords(HELP);
  const { guide } = useParams();
  const chosen = NAMES.find((name) => name === guide) ?? "representante";
  return (
    <>
      <h1 className="pb-4 text-display font-semibold">{words.title}</h1>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[13rem_minmax(0,44rem)]">
        <nav aria-label={words.title}>
          <ul className="flex gap-1 max-lg:flex-wrap lg:flex-col">
            {NAMES.map((name) => (
              <li key={name}>
                <Link
                  to={`/ayuda/${name}`}
                  aria-current={name === chosen ? "page" : undefined}
                  className={classes(
                    "block rounded-control px-3 py-1.5 whitespace-nowrap transition-colors",
                    name === chosen ? "bg-accent-soft font-medium" : "text-muted hover:bg-sunken hover:text-text",
                  )}
                >
                  {words.guides[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">
          {words.onlySpanish !== null && <p className="pb-4 text-table text-muted">{words.onlySpanish}</p>}
          {/* Our own text, made into HTML by our own build. */}
          <article lang="es" className="prose-guide" dangerouslySetInnerHTML={{ __html: GUIDES[chosen] }} />
        </div>
      </div>
    </>
  );
}
