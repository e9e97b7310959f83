import { type Schemas } from "../api/client.ts";
import { classes } from "../design/class-names.ts";
import { useWords } from "../i18n/use-words.ts";
import { EVIDENCE } from "./evidence-words.ts";
import { useLight, useLighting } from "./lit-facts.tsx";

type Fact = Schemas["Fact"];
type Claim = Schemas["Claim"];

const OUR_FIELDS = ["proof_points", "value_proposition", "sender"];

/** What the message may rest on, those facts first that it does rest on. */
export function FactList({ facts, claims }: { facts: readonly Fact[]; claims: readonly Claim[] }) {
  const words = useWords(EVIDENCE);
  const used = new Set(claims.filter((claim) => claim.verdict === "verified").flatMap((claim) => claim.facts));
  const isOurs = (fact: Fact) => OUR_FIELDS.some((field) => fact.field.startsWith(field));
  const groups = [
    { title: words.aboutThem, facts: facts.filter((fact) => !isOurs(fact)) },
    { title: words.aboutUs, facts: facts.filter(isOurs) },
  ];
  if (facts.length === 0) return <p className="text-muted">{words.noFacts}</p>;
  return (
    <div className="flex flex-col gap-4">
      {groups
        .filter((group) => group.facts.length > 0)
        .map((group) => (
          <section key={group.title}>
            <h3 className="pb-1 text-small font-medium text-muted">{group.title}</h3>
            <ul className="flex flex-col">
              {group.facts
                .toSorted((one, other) => Number(used.has(other.id)) - Number(used.has(one.id)))
                .map((fact) => (
                  <FactRow key={fact.id} fact={fact} isUsed={used.has(fact.id)} />
                ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

function FactRow({ fact, isUsed }: { fact: Fact; isUsed: boolean }) {
  const words = useWords(EVIDENCE);
  const { facts } = useLight();
  const lighting = useLighting([fact.id]);
  return (
    <li
      tabIndex={isUsed ? 0 : -1}
      {...lighting}
      className={classes(
        "grid grid-cols-[7.5rem_1fr] gap-x-2 rounded-[6px] px-2 py-1 text-table transition-colors",
        facts.includes(fact.id) && "bg-proof-soft",
        !isUsed && "text-muted",
      )}
    >
      <span className="truncate text-muted" title={fact.field}>
        {isUsed && (
          <span aria-hidden="true" className="mr-1.5 inline-block size-1.5 rounded-pill bg-proof align-middle" />
        )}
        {words.field(fact.field)}
      </span>
      <span className="line-clamp-3 break-words">{fact.text}</span>
    </li>
  );
}
