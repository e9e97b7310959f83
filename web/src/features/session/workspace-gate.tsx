import { Fragment, type ReactNode, useEffect, useSyncExternalStore } from "react";

import { chooseWorkspace, currentWorkspace, subscribeToWorkspace } from "../../api/workspace.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMe } from "../../me/use-me.ts";
import { NoWorkspace } from "./no-workspace.tsx";

/** Settles which workspace is shown before anything asks for its data. Changing it shows everything anew. */
export function WorkspaceGate({ children }: { children: ReactNode }) {
  const common = useWords(COMMON);
  const me = useMe();
  const chosen = useSyncExternalStore(subscribeToWorkspace, currentWorkspace);
  const workspaces = me.data?.workspaces;
  const first = workspaces?.[0]?.id;
  const isSettled = workspaces === undefined || workspaces.some((workspace) => workspace.id === chosen);
  useEffect(() => {
    if (!isSettled && first !== undefined) chooseWorkspace(first);
  }, [isSettled, first]);
  if (workspaces?.length === 0) return <NoWorkspace name={me.data?.name ?? me.data?.email ?? ""} />;
  const isAsking = workspaces === undefined && me.failureCount === 0 && !me.isError;
  if (isAsking || !isSettled) return <p className="py-10 text-center text-muted">{common.loading}</p>;
  return <Fragment key={chosen}>{children}</Fragment>;
}
