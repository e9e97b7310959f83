import { lazy, type ReactNode, useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { useMay, useWorkspace } from "../../me/use-me.ts";
import { useSettings } from "../../settings/use-settings.ts";

const FirstRun = lazy(() => import("./first-run.tsx"));

const storedAt = (workspace: Schemas["WorkspaceView"]) => `first-run.${workspace.id}`;

/**
 * Asks for proof points before the first message of a workspace that has none, whoever may write them down. Once
 * answered or put off, this browser does not ask again.
 */
export function FirstRunGate({ children }: { children: ReactNode }) {
  const workspace = useWorkspace();
  const mayEdit = useMay()("settings:edit");
  const [isOver, setIsOver] = useState(false);
  const isDue =
    !isOver &&
    workspace !== undefined &&
    !workspace.demo &&
    mayEdit &&
    localStorage.getItem(storedAt(workspace)) === null;
  const settings = useSettings(isDue);
  if (!isDue || settings.isError) return children;
  if (settings.isPending) return null;
  if (settings.data.proof_points.length > 0) return children;
  return (
    <FirstRun
      settings={settings.data}
      onDone={() => {
        localStorage.setItem(storedAt(workspace), "over");
        setIsOver(true);
      }}
    />
  );
}
