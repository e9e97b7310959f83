import type { Schemas } from "../../api/client.ts";
import { CONTROL } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { useRoles } from "../../roles/use-roles.ts";
import { CheckSwitches } from "./check-switches.tsx";
import { FieldForm } from "./field-form.tsx";
import { LinesField } from "./lines-field.tsx";
import { Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";

type Settings = Schemas["WorkspaceSettings"];
const LINE = `${CONTROL} h-9 max-md:h-11`;
const CURRENCIES = ["EUR", "USD", "GBP", "MXN", "COP", "ARS", "CLP", "PEN"];

/** Who writes: the company, the sender, and what they may say of themselves. */
export function CompanySection({ settings }: { settings: Settings }) {
  const words = useWords(SETTINGS);
  const sender = settings.sender ?? { name: "", company: "", title: null };
  return (
    <Section title={words.sections.company} detail={words.companyDetail}>
      <FieldForm label={words.workspaceName} value={settings.name} change={(name) => ({ name })}>
        {(naming, value, set) => (
          <input {...naming} className={LINE} value={value} onChange={(event) => set(event.target.value)} />
        )}
      </FieldForm>
      {(["name", "company", "title"] as const).map((part) => (
        <FieldForm
          key={part}
          label={words.sender[part]}
          hint={part === "name" ? words.senderHint : undefined}
          value={sender[part] ?? ""}
          change={(value) => ({ sender: { ...placed(sender, settings.name), [part]: value.trim() || null } })}
        >
          {(naming, value, set) => (
            <input {...naming} className={LINE} value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FieldForm>
      ))}
      {(["es", "en"] as const).map((language) => (
        <FieldForm
          key={language}
          label={words.proposition[language]}
          hint={words.propositionHint}
          value={settings.value_proposition?.[language] ?? ""}
          change={(value) => ({
            value_proposition: { ...bilingual(settings.value_proposition, value), [language]: value.trim() },
          })}
        >
          {(naming, value, set) => (
            <textarea
              {...naming}
              className={`${CONTROL} field-sizing-content min-h-16`}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </FieldForm>
      ))}
    </Section>
  );
}

/** Name and company are needed together: what is still empty begins as the workspace's name. */
function placed(sender: Schemas["Sender-Output"], workspace: string): Schemas["Sender-Output"] {
  return { ...sender, name: sender.name || workspace, company: sender.company || workspace };
}

/** Both languages are needed: the one that is still empty begins as the other. */
function bilingual(value: Schemas["Bilingual"] | null, typed: string): Schemas["Bilingual"] {
  return { es: value?.es || typed.trim(), en: value?.en || typed.trim() };
}

/** What we may say about ourselves: every figure of a message rests on one of these. */
export function ProofSection({ settings }: { settings: Settings }) {
  const words = useWords(SETTINGS);
  const missing = 3 - settings.proof_points.length;
  return (
    <Section title={words.sections.proof} detail={words.proofDetail}>
      {missing > 0 && <p className="rounded-control bg-accent-soft px-3 py-2">{words.proofMissing(missing)}</p>}
      <LinesField
        label={words.proofPoints}
        hint={words.proofHint}
        lines={settings.proof_points}
        change={(proof_points) => ({ proof_points })}
      />
    </Section>
  );
}

/** How messages are written unless somebody asks otherwise. */
export function WritingSection({ settings }: { settings: Settings }) {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const locale = useLocale();
  const roles = useRoles();
  return (
    <Section title={words.sections.writing}>
      <FieldForm
        label={words.languages}
        hint={words.languagesHint}
        value={settings.languages.join(",")}
        change={(value) => ({ languages: value.split(",") as Schemas["Language"][] })}
      >
        {(naming, value, set) => (
          <select {...naming} className={LINE} value={value} onChange={(event) => set(event.target.value)}>
            {["es,en", "en,es", "es", "en"].map((one) => (
              <option key={one} value={one}>
                {one
                  .split(",")
                  .map((language) => common.languages[language as Schemas["Language"]])
                  .join(", ")}
              </option>
            ))}
          </select>
        )}
      </FieldForm>
      <FieldForm label={words.register} value={settings.register} change={(register) => ({ register })}>
        {(naming, value, set) => (
          <select
            {...naming}
            className={LINE}
            value={value}
            onChange={(event) => set(event.target.value as Schemas["Register"])}
          >
            {(["tu", "usted", "vos"] as const).map((one) => (
              <option key={one} value={one}>
                {common.registers[one]}
              </option>
            ))}
          </select>
        )}
      </FieldForm>
      <FieldForm
        label={words.tier}
        hint={words.tierHint}
        value={settings.linkedin_tier}
        change={(linkedin_tier) => ({ linkedin_tier })}
      >
        {(naming, value, set) => (
          <select
            {...naming}
            className={LINE}
            value={value}
            onChange={(event) => set(event.target.value as Schemas["LinkedinTier"])}
          >
            <option value="free">{words.tiers.free}</option>
            <option value="premium">{words.tiers.premium}</option>
          </select>
        )}
      </FieldForm>
      <FieldForm
        label={words.defaultRole}
        hint={words.defaultRoleHint}
        value={settings.default_role}
        change={(default_role) => ({ default_role })}
      >
        {(naming, value, set) => (
          <select {...naming} className={LINE} value={value} onChange={(event) => set(event.target.value)}>
            {(roles.data?.items ?? [{ key: value, names: { es: value, en: value } }]).map((role) => (
              <option key={role.key} value={role.key}>
                {role.names[locale]}
              </option>
            ))}
          </select>
        )}
      </FieldForm>
      <LinesField
        label={words.links}
        hint={words.linksHint}
        lines={settings.allowed_links}
        change={(allowed_links) => ({ allowed_links })}
      />
      <FieldForm label={words.maxLinks} value={settings.max_links} change={(max_links) => ({ max_links })}>
        {(naming, value, set) => (
          <input
            {...naming}
            type="number"
            min={0}
            max={10}
            className={LINE}
            value={value}
            onChange={(event) => set(event.target.valueAsNumber || 0)}
          />
        )}
      </FieldForm>
      <CheckSwitches settings={settings} />
    </Section>
  );
}

/** Who is no customer of ours, and where our days begin. */
export function PlaceSection({ settings }: { settings: Settings }) {
  const words = useWords(SETTINGS);
  const icp = settings.own_icp;
  return (
    <Section title={words.sections.icp} detail={words.icpDetail}>
      <LinesField
        label={words.excludedTitles}
        hint={words.excludedTitlesHint}
        lines={icp.excluded_titles}
        change={(excluded_titles) => ({ own_icp: { ...icp, excluded_titles } })}
      />
      <LinesField
        label={words.excludedSectors}
        hint={words.excludedSectorsHint}
        lines={icp.excluded_sectors}
        change={(excluded_sectors) => ({ own_icp: { ...icp, excluded_sectors } })}
      />
      <FieldForm
        label={words.timeZone}
        hint={words.timeZoneHint}
        value={settings.time_zone}
        change={(time_zone) => ({ time_zone })}
      >
        {(naming, value, set) => (
          <>
            <input
              {...naming}
              className={LINE}
              list="time-zones"
              value={value}
              onChange={(event) => set(event.target.value)}
            />
            <datalist id="time-zones">
              {Intl.supportedValuesOf("timeZone").map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </FieldForm>
      <FieldForm label={words.currency} value={settings.currency} change={(currency) => ({ currency })}>
        {(naming, value, set) => (
          <select {...naming} className={LINE} value={value} onChange={(event) => set(event.target.value)}>
            {[...new Set([value, ...CURRENCIES])].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </FieldForm>
    </Section>
  );
}

/** Stops all writing at once, and lets it go on. */
export function PauseField({ settings }: { settings: Settings }) {
  const words = useWords(SETTINGS);
  const mayEdit = useMay()("settings:edit");
  if (!mayEdit) return null;
  return (
    <FieldForm
      label={words.pause}
      hint={words.pauseHint}
      value={settings.generation_paused ? "paused" : "running"}
      change={(value) => ({ generation_paused: value === "paused" })}
    >
      {(naming, value, set) => (
        <select {...naming} className={LINE} value={value} onChange={(event) => set(event.target.value)}>
          <option value="running">{words.pauseStates.running}</option>
          <option value="paused">{words.pauseStates.paused}</option>
        </select>
      )}
    </FieldForm>
  );
}
