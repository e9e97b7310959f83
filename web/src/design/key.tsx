import { classes } from "./class-names.ts";

/** A key of the keyboard. Hidden on touch screens, and from screen readers, which announce `aria-keyshortcuts`. */
export function Key({ children, onAccent = false }: { children: string; onAccent?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={classes(
        "rounded px-1.5 py-px font-sans text-small leading-4 max-md:hidden",
        onAccent ? "border border-on-accent/50 text-on-accent" : "border border-border bg-sunken text-muted",
      )}
    >
      {children}
    </kbd>
  );
}
