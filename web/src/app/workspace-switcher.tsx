import { useQueryClient } from "@tanstack/react-query";

import { chooseWorkspace } from "../api/workspace.ts";
import { CONTROL } from "../design/field.tsx";
import { useWords } from "../i18n/use-words.ts";
import { useMe, useWorkspace } from "../me/use-me.ts";
import { APP } from "./app-words.ts";

/** Which workspace is shown; a choice for those who are in several. */
export function WorkspaceSwitcher() {
  const words = useWords(APP);
  const queryClient = useQueryClient();
  const workspaces = useMe().data?.workspaces ?? [];
  const current = useWorkspace();
  if (current === undefined) return null;
  if (workspaces.length === 1) return <span className="block truncate text-table text-muted">{current.name}</span>;
  return (
    <select
      aria-label={words.workspace}
      className={`${CONTROL} h-9 max-md:h-11`}
      value={current.id}
      onChange={(event) => {
        // Nothing of one workspace may show in another.
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
        chooseWorkspace(event.target.value);
      }}
    >
      {workspaces.map((workspace) => (
        <option key={workspace.id} value={workspace.id}>
          {workspace.name}
        </option>
      ))}
    </select>
  );
}
