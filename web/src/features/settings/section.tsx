import { type ReactNode, useId } from "react";

/** A part of the settings with its name and what it is for. */
export function Section({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <div>
        <h2 id={id} className="text-title font-semibold">
          {title}
        </h2>
        {detail !== undefined && <p className="max-w-[65ch] text-muted">{detail}</p>}
      </div>
      {children}
    </section>
  );
}

/** Rows with lines between them, in one frame. */
export function Rows({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul
      aria-label={label}
      className="flex flex-col divide-y divide-border rounded-control border border-border bg-raised empty:hidden"
    >
      {children}
    </ul>
  );
}

/** One thing of a list: what it is at the left, what can be done with it at the right. */
export function Row({ title, detail, children }: { title: ReactNode; detail?: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
      <div className="min-w-0 flex-1 basis-56">
        <div className="font-medium break-words">{title}</div>
        {detail !== undefined && <div className="text-table break-words text-muted">{detail}</div>}
      </div>
      {children}
    </li>
  );
}
