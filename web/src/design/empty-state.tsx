import { type ReactNode } from "react";

/** What a screen is for, in one sentence, and the one action that fills it. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center">
      <h2 className="text-title font-semibold text-balance">{title}</h2>
      <p className="text-pretty text-muted">{children}</p>
      {action !== undefined && <div className="pt-2">{action}</div>}
    </div>
  );
}
