import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { type ReactNode } from "react";

import { classes } from "./class-names.ts";

type Tone = "info" | "proof" | "doubt" | "false";

const LOOKS: Record<Tone, { look: string; icon: ReactNode }> = {
  info: { look: "bg-accent-soft text-text", icon: <Info size={16} className="text-accent" /> },
  proof: { look: "bg-proof-soft text-text", icon: <CircleCheck size={16} className="text-proof" /> },
  doubt: { look: "bg-doubt-soft text-text", icon: <TriangleAlert size={16} className="text-doubt" /> },
  false: { look: "bg-false-soft text-text", icon: <CircleAlert size={16} className="text-false" /> },
};

interface Props {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Something to know, in place: what happened, what was kept, what to do. */
export function Notice({ tone, title, children, action }: Props) {
  return (
    <div
      role={tone === "false" ? "alert" : "status"}
      className={classes("flex items-start gap-2 rounded-control px-3 py-2 text-base", LOOKS[tone].look)}
    >
      <span className="mt-[3px] shrink-0" aria-hidden="true">
        {LOOKS[tone].icon}
      </span>
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
