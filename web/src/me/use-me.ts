import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

import { answer, api, type Schemas } from "../api/client.ts";
import { currentWorkspace, subscribeToWorkspace } from "../api/workspace.ts";

/** Who is signed in, and the workspaces that they are in. */
export function useMe() {
  return useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => answer(api.GET("/v1/me", { signal })),
    staleTime: 60_000,
  });
}

/** The workspace that the page shows; undefined until it is known. */
export function useWorkspace(): Schemas["WorkspaceView"] | undefined {
  const chosen = useSyncExternalStore(subscribeToWorkspace, currentWorkspace);
  const workspaces = useMe().data?.workspaces;
  return workspaces?.find((workspace) => workspace.id === chosen) ?? workspaces?.[0];
}

/**
 * Says whether the caller may do something here; what they may not is not offered. Until the server has said it,
 * nothing is hidden: it refuses by itself.
 */
export function useMay(): (permission: Schemas["Permission"]) => boolean {
  const me = useMe();
  const workspace = useWorkspace();
  const permissions = me.data?.permissions ?? workspace?.permissions;
  return (permission) => permissions?.includes(permission) ?? true;
}
