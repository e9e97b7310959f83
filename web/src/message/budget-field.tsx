import { useState } from "react";

import { CONTROL, Field } from "../design/field.tsx";
import { type Catalogue, useWords } from "../i18n/use-words.ts";

interface BudgetWords {
  budget: string;
  hint: string;
  noLimit: string;
}

const BUDGET: Catalogue<BudgetWords> = {
  es: { budget: "Presupuesto", hint: "Al llegar ahí el lote se para; lo escrito se queda.", noLimit: "Sin límite" },
  en: { budget: "Budget", hint: "The batch stops cleanly when it is reached.", noLimit: "No limit" },
};

const MICROS = 1_000_000;

interface Props {
  /** Millionths of the workspace's currency; null is no limit. */
  value: number | null;
  error: string | undefined;
  onChange: (value: number | null) => void;
}

/** What a batch may cost. */
export function BudgetField({ value, error, onChange }: Props) {
  const words = useWords(BUDGET);
  const [typed, setTyped] = useState(value === null ? "" : String(value / MICROS));
  return (
    <Field label={words.budget} hint={words.hint} error={error}>
      {(naming) => (
        <input
          {...naming}
          type="number"
          min="0.01"
          step="0.01"
          inputMode="decimal"
          placeholder={words.noLimit}
          className={`${CONTROL} h-9 max-md:h-11`}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            const amount = Math.round(Number(event.target.value) * MICROS);
            onChange(amount > 0 ? amount : null);
          }}
        />
      )}
    </Field>
  );
}
