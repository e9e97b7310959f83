import type { Schemas } from "../../api/client.ts";
import { CONTROL } from "../../design/field.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useWorkspace } from "../../me/use-me.ts";

interface Props {
  label: string;
  value: Schemas["WorkspaceRole"];
  onChange: (role: Schemas["WorkspaceRole"]) => void;
}

/** What somebody is in the workspace. Only owners are offered to make owners. */
export function RoleSelect({ label, value, onChange }: Props) {
  const common = useWords(COMMON);
  const isOwner = useWorkspace()?.role === "owner";
  return (
    <select
      aria-label={label}
      className={`${CONTROL} h-9 max-w-44 max-md:h-11`}
      value={value}
      onChange={(event) => onChange(event.target.value as Schemas["WorkspaceRole"])}
    >
      {(["owner", "admin", "agent", "viewer"] as const)
        .filter((role) => role !== "owner" || isOwner)
        .map((role) => (
          <option key={role} value={role}>
            {common.workspaceRoles[role]}
          </option>
        ))}
    </select>
  );
}
