import { Plus } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { classes } from "../../design/class-names.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { FormatChoice, LanguageChoice } from "../../message/kind-choices.tsx";
import { useRoles } from "../../roles/use-roles.ts";
import { PromptPanel } from "./prompt-panel.tsx";
import { PROMPTS } from "./prompts-words.ts";
import { usePrompts } from "./queries.ts";
import { NEW_ROLE, RoleEditor } from "./role-editor.tsx";
import { Refusal } from "../../problems/refusal.tsx";

type View = "prompts" | "roles";

/** What the writer is told, role by role, and what is known of each role. */
export default function PromptsScreen() {
  const words = useWords(PROMPTS);
  const [parameters, setParameters] = useSearchParams();
  const roles = useRoles();
  const mayEdit = useMay()("content:edit");
  const view: View = parameters.get("ver") === "roles" ? "roles" : "prompts";
  const role = parameters.get("rol") ?? roles.data?.items[0]?.key ?? "";
  const change = (name: string, value: string) =>
    setParameters((current) => new URLSearchParams([...[...current].filter(([key]) => key !== name), [name, value]]), {
      replace: true,
    });
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-4">
        <h1 className="text-display font-semibold">{words.title}</h1>
        <Choice<View>
          label={words.title}
          value={view}
          onChange={(chosen) => change("ver", chosen)}
          options={[
            { value: "prompts", label: words.prompts },
            { value: "roles", label: words.roles },
          ]}
        />
      </div>
      <Refusal error={roles.error} />
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[12rem_minmax(0,1fr)]">
        <RoleList
          roles={roles.data?.items ?? []}
          chosen={role}
          onChoose={(key) => change("rol", key)}
          canAdd={view === "roles" && mayEdit}
        />
        {view === "prompts" ? (
          <Prompts role={role} />
        ) : (
          <Role
            key={role}
            role={roles.data?.items.find((one) => one.key === role)}
            isNew={role === ""}
            onDone={(key) => change("rol", key ?? roles.data?.items[0]?.key ?? "")}
          />
        )}
      </div>
    </>
  );
}

interface RoleListProps {
  roles: readonly Schemas["Role"][];
  chosen: string;
  canAdd: boolean;
  onChoose: (key: string) => void;
}

function RoleList({ roles, chosen, canAdd, onChoose }: RoleListProps) {
  const words = useWords(PROMPTS);
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex gap-1 max-xl:overflow-x-auto xl:flex-col" aria-label={words.roles}>
        {roles.map((role) => (
          <li key={role.key} className="shrink-0">
            <button
              type="button"
              aria-pressed={role.key === chosen}
              onClick={() => onChoose(role.key)}
              className={classes(
                "w-full rounded-control px-3 py-1.5 text-left whitespace-nowrap transition-colors",
                role.key === chosen ? "bg-accent-soft font-medium" : "text-muted hover:bg-sunken hover:text-text",
              )}
            >
              {role.names[locale]}
            </button>
          </li>
        ))}
      </ul>
      {canAdd && (
        <Button icon={<Plus size={16} />} onClick={() => onChoose("")}>
          {words.newRole}
        </Button>
      )}
    </div>
  );
}

function Role({
  role,
  isNew,
  onDone,
}: {
  role: Schemas["Role"] | undefined;
  isNew: boolean;
  onDone: (key: string | null) => void;
}) {
  if (isNew) return <RoleEditor role={NEW_ROLE} isNew onDone={onDone} />;
  return role === undefined ? null : <RoleEditor role={role} isNew={false} onDone={onDone} />;
}

function Prompts({ role }: { role: string }) {
  const common = useWords(COMMON);
  const [format, setFormat] = useState<Schemas["Format"]>("linkedin_message");
  const [language, setLanguage] = useState<Schemas["Language"]>("es");
  const place = { role, format, language };
  const prompts = usePrompts(place);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap gap-3">
        <FormatChoice value={format} onChange={setFormat} />
        <LanguageChoice value={language} onChange={setLanguage} />
      </div>
      {prompts.isPending && <p className="py-10 text-center text-muted">{common.loading}</p>}
      <Refusal error={prompts.error} />
      {prompts.isSuccess && (
        <PromptPanel key={`${role}.${format}.${language}`} place={place} versions={prompts.data.items} />
      )}
    </div>
  );
}
