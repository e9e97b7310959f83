import { RadioGroup } from "radix-ui";
import { type ReactNode } from "react";

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
}

/** One of a few, all visible: arrows move between them. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(chosen) => onChange(chosen as Value)}
      className="inline-flex flex-wrap gap-px self-start rounded-control border border-border bg-sunken p-0.5"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className={
            "h-8 rounded-[6px] px-2.5 text-table text-muted transition-colors hover:text-text max-md:h-10 " +
            "data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-text " +
            "data-[state=checked]:ring-1 data-[state=checked]:ring-border"
          }
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
