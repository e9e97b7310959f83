import { type ReactNode, useId } from "react";

interface Naming {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface Props {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, as the server or the form says it. */
  error?: string | undefined;
  children: (naming: Naming) => ReactNode;
}

/** A control with its label, its hint and what is wrong with it, tied together for those who cannot see. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-table font-medium">
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error !== undefined || undefined })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-table text-false" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The look of a text control; shared so that inputs, areas and selects stand in one line. */
export const CONTROL =
  "w-full rounded-control border border-outline bg-raised px-2 py-1.5 text-base text-text placeholder:text-muted " +
  "aria-invalid:border-false disabled:opacity-60 max-md:text-message";
