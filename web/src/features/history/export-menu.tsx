import { Download } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { useToast } from "../../design/toasts.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import type { Filters } from "./filters.ts";
import { HISTORY } from "./history-words.ts";
import { useExport } from "./queries.ts";
import { Refusal } from "../../problems/refusal.tsx";

type Layout = Schemas["ExportLayout"];

/** Layouts of tools that send: the server leaves out of them what must not be sent. */
const SENDING: ReadonlySet<Layout | "jsonl"> = new Set(["linkedin", "mail"]);

/** The messages of the list as a file, in the columns that another tool takes. */
export function ExportMenu({ filters }: { filters: Filters }) {
  const words = useWords(HISTORY);
  const toast = useToast();
  const mayExport = useMay()("messages:export");
  const [isOpen, setIsOpen] = useState(false);
  const [choice, setChoice] = useState<Layout | "jsonl">("full");
  const exported = useExport();
  if (!mayExport) return null;
  const take = () =>
    exported.mutate(
      { filters, layout: choice === "jsonl" ? "full" : choice, format: choice === "jsonl" ? "jsonl" : "csv" },
      {
        onSuccess: () => {
          setIsOpen(false);
          toast(words.exported);
        },
      },
    );
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <Button icon={<Download size={16} />}>{words.export}</Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={words.export}
          align="end"
          sideOffset={8}
          collisionPadding={8}
          className="z-40 flex w-72 flex-col gap-3 rounded-control border border-border bg-raised p-4 shadow-raised"
        >
          <p className="text-table text-muted">{words.exportDetail}</p>
          <Field label={words.layout}>
            {(naming) => (
              <select
                {...naming}
                className={`${CONTROL} h-9 max-md:h-11`}
                value={choice}
                onChange={(event) => setChoice(event.target.value as Layout | "jsonl")}
              >
                {Object.entries(words.layouts).map(([layout, text]) => (
                  <option key={layout} value={layout}>
                    {text} · {words.layoutFormat.csv}
                  </option>
                ))}
                <option value="jsonl">{words.layoutFormat.jsonl}</option>
              </select>
            )}
          </Field>
          {SENDING.has(choice) && <p className="text-table">{words.exportSends}</p>}
          <Refusal error={exported.error} />
          <Button emphasis="primary" busy={exported.isPending} onClick={take}>
            {words.download}
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
