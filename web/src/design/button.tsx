import { type ButtonHTMLAttributes, type ReactNode, type Ref } from "react";

import { classes } from "./class-names.ts";
import { Key } from "./key.tsx";

type Emphasis = "primary" | "plain" | "quiet" | "danger";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>;
  emphasis?: Emphasis;
  /** The key that does the same, shown beside the words. */
  shortcut?: string;
  busy?: boolean;
  icon?: ReactNode;
}

const LOOKS: Record<Emphasis, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border-transparent",
  plain: "bg-raised text-text border-border hover:bg-sunken",
  quiet: "bg-transparent text-text border-transparent hover:bg-sunken",
  danger: "bg-raised text-false border-border hover:bg-false-soft",
};

/** A button; a verb. While `busy` it keeps its width and cannot be pressed again. */
export function Button({
  emphasis = "plain",
  shortcut,
  busy = false,
  icon,
  children,
  className,
  disabled,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={classes(
        "inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-control border px-3 text-base font-medium",
        "whitespace-nowrap transition-colors disabled:opacity-55 max-md:h-11",
        LOOKS[emphasis],
        className,
      )}
    >
      {icon}
      {children}
      {shortcut !== undefined && <Key onAccent={emphasis === "primary"}>{shortcut}</Key>}
    </button>
  );
}

/** A link that looks like a plain button: it leads somewhere and does nothing. */
export const LINK =
  "inline-flex h-9 shrink-0 items-center gap-2 rounded-control border border-border bg-raised px-3 text-base " +
  "font-medium whitespace-nowrap transition-colors hover:bg-sunken max-md:h-11";

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, in words: the icon alone tells nobody who cannot see it. */
  label: string;
  icon: ReactNode;
}

/** A button of one icon, with its words as name and tooltip. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classes(
        "inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted transition-colors",
        "hover:bg-sunken hover:text-text disabled:opacity-55 max-md:size-11",
        className,
      )}
    >
      {icon}
    </button>
  );
}
