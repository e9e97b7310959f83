import { ChartColumn, FileText, History, Layers, PenLine, Settings as Gear } from "lucide-react";
import { lazy, type ReactNode } from "react";

import type { Schemas } from "../api/client.ts";
import { FirstRunGate } from "../features/first-run/first-run-gate.tsx";
import type { PlaceName, ScreenName } from "./app-words.ts";

interface Below {
  path: string;
  element: ReactNode;
  /** By what the palette finds it; without a name it is reached from its screen alone. */
  name?: PlaceName;
  needs?: Schemas["Permission"];
}

export interface Screen {
  name: ScreenName;
  path: string;
  icon: ReactNode;
  /** The key behind "g": g then e goes to Escribir. */
  key: string;
  element: ReactNode;
  /** What lies behind the screen, by its own path. */
  below?: readonly Below[];
  /** Who may not do this has no use for the screen. */
  needs?: Schemas["Permission"];
}

const Analytics = lazy(() => import("../features/analytics/analytics-screen.tsx"));
const Batch = lazy(() => import("../features/batches/batch-screen.tsx"));
const Batches = lazy(() => import("../features/batches/batches-screen.tsx"));
const Experiment = lazy(() => import("../features/experiments/experiment-screen.tsx"));
const Experiments = lazy(() => import("../features/experiments/experiments-screen.tsx"));
const Help = lazy(() => import("../features/help/help-screen.tsx"));
const HistoryTable = lazy(() => import("../features/history/history-screen.tsx"));
const Months = lazy(() => import("../features/analytics/months-screen.tsx"));
const NewBatch = lazy(() => import("../features/batches/new-batch-screen.tsx"));
const Prompts = lazy(() => import("../features/prompts/prompts-screen.tsx"));
const Proofs = lazy(() => import("../features/analytics/proofs-screen.tsx"));
const Schedules = lazy(() => import("../features/schedules/schedules-screen.tsx"));
const Settings = lazy(() => import("../features/settings/settings-screen.tsx"));
const Signals = lazy(() => import("../features/analytics/signals-screen.tsx"));
const Write = lazy(() => import("../features/write/write-screen.tsx"));

/** What is reached from the help and stands in no rail. */
export const BESIDE: readonly { path: string; element: ReactNode }[] = [
  { path: "/ayuda", element: <Help /> },
  { path: "/ayuda/:guide", element: <Help /> },
];

/** The screens, in the order of the rail. A new one is one entry here and one folder under features/. */
export const SCREENS: readonly Screen[] = [
  {
    name: "write",
    path: "/",
    icon: <PenLine size={18} />,
    key: "e",
    element: (
      <FirstRunGate>
        <Write />
      </FirstRunGate>
    ),
    needs: "messages:generate",
  },
  {
    name: "batches",
    path: "/lotes",
    icon: <Layers size={18} />,
    key: "l",
    element: <Batches />,
    below: [
      { name: "newBatch", path: "/lotes/nuevo", element: <NewBatch />, needs: "messages:generate" },
      { name: "schedules", path: "/lotes/programados", element: <Schedules /> },
      { path: "/lotes/:id", element: <Batch /> },
    ],
  },
  { name: "history", path: "/historial", icon: <History size={18} />, key: "h", element: <HistoryTable /> },
  { name: "prompts", path: "/prompts", icon: <FileText size={18} />, key: "p", element: <Prompts /> },
  {
    name: "analytics",
    path: "/analitica",
    icon: <ChartColumn size={18} />,
    key: "a",
    element: <Analytics />,
    below: [
      { name: "experiments", path: "/analitica/experimentos", element: <Experiments /> },
      { path: "/analitica/experimentos/:id", element: <Experiment /> },
      { name: "signals", path: "/analitica/senales", element: <Signals />, needs: "metrics:read" },
      { name: "months", path: "/analitica/meses", element: <Months />, needs: "metrics:read" },
      { name: "proofs", path: "/analitica/recuentos", element: <Proofs />, needs: "metrics:read" },
    ],
    needs: "metrics:read",
  },
  { name: "settings", path: "/ajustes", icon: <Gear size={18} />, key: "j", element: <Settings /> },
];
