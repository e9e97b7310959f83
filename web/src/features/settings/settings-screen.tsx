import { Link, useSearchParams } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { classes } from "../../design/class-names.ts";
import { Notice } from "../../design/notice.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { AuditSection } from "./audit-section.tsx";
import { DangerSection } from "./danger-section.tsx";
import { CompanySection, PlaceSection, ProofSection, WritingSection } from "./general-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { PrivacySection } from "./privacy-section.tsx";
import { type SectionName, SETTINGS } from "./settings-words.ts";
import { SendingSection } from "./sending-section.tsx";
import { SuppressionSection } from "./suppression-section.tsx";
import { UsageSection } from "./usage-section.tsx";
import { WebhooksSection } from "./webhooks-section.tsx";

interface Part {
  name: SectionName;
  /** Its place in the address. */
  path: string;
  needs: Schemas["Permission"];
}

const PARTS: readonly Part[] = [
  { name: "company", path: "empresa", needs: "settings:read" },
  { name: "proof", path: "datos", needs: "settings:read" },
  { name: "writing", path: "redaccion", needs: "settings:read" },
  { name: "icp", path: "clientes", needs: "settings:read" },
  { name: "sending", path: "envio", needs: "settings:read" },
  { name: "people", path: "equipo", needs: "members:read" },
  { name: "suppressions", path: "exclusiones", needs: "suppressions:read" },
  { name: "keys", path: "claves", needs: "keys:manage" },
  { name: "webhooks", path: "webhooks", needs: "webhooks:manage" },
  { name: "usage", path: "uso", needs: "settings:read" },
  { name: "privacy", path: "privacidad", needs: "prospects:erase" },
  { name: "audit", path: "actividad", needs: "audit:read" },
  { name: "danger", path: "peligro", needs: "settings:edit" },
];

/** What holds for the whole workspace: a list at the left, the chosen part beside it. */
export default function SettingsScreen() {
  const words = useWords(SETTINGS);
  const may = useMay();
  const [parameters] = useSearchParams();
  const parts = PARTS.filter((part) => may(part.needs));
  const chosen = parts.find((part) => part.path === parameters.get("ver")) ?? parts[0];
  return (
    <>
      <h1 className="pb-4 text-display font-semibold">{words.title}</h1>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[13rem_minmax(0,44rem)]">
        <nav aria-label={words.title}>
          <ul className="flex gap-1 max-lg:flex-wrap lg:flex-col">
            {parts.map((part) => (
              <li key={part.name}>
                <Link
                  to={`/ajustes?ver=${part.path}`}
                  aria-current={part === chosen ? "page" : undefined}
                  className={classes(
                    "block rounded-control px-3 py-1.5 whitespace-nowrap transition-colors",
                    part === chosen ? "bg-accent-soft font-medium" : "text-muted hover:bg-sunken hover:text-text",
                  )}
                >
                  {words.sections[part.name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">
          {!may("settings:edit") && <ReadOnly />}
          {chosen !== undefined && <Chosen key={chosen.name} name={chosen.name} />}
        </div>
      </div>
    </>
  );
}

function ReadOnly() {
  const words = useWords(SETTINGS);
  return <p className="pb-4 text-table text-muted">{words.readOnly}</p>;
}

const ALONE: Partial<Record<SectionName, () => React.ReactNode>> = {
  people: PeopleSection,
  suppressions: SuppressionSection,
  keys: KeysSection,
  webhooks: WebhooksSection,
  usage: UsageSection,
  privacy: PrivacySection,
  audit: AuditSection,
};

function Chosen({ name }: { name: SectionName }) {
  const common = useWords(COMMON);
  const settings = useSettings();
  const Alone = ALONE[name];
  if (Alone !== undefined) return <Alone />;
  if (settings.isError) {
    return (
      <Notice tone="false" action={<Button onClick={() => void settings.refetch()}>{common.retry}</Button>}>
        {settings.error.message}
      </Notice>
    );
  }
  if (settings.isPending) return <p className="py-10 text-center text-muted">{common.loading}</p>;
  if (name === "company") return <CompanySection settings={settings.data} />;
  if (name === "proof") return <ProofSection settings={settings.data} />;
  if (name === "writing") return <WritingSection settings={settings.data} />;
  if (name === "sending") return <SendingSection settings={settings.data} />;
  if (name === "icp") return <PlaceSection settings={settings.data} />;
  return <DangerSection settings={settings.data} />;
}
