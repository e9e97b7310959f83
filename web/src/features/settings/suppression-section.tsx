import { Download, Upload } from "lucide-react";
import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { Notice } from "../../design/notice.tsx";
import { saveFile } from "../../design/save-file.ts";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay } from "../../me/use-me.ts";
import { useSaid } from "./field-form.tsx";
import {
  addSuppression,
  exportSuppressions,
  importSuppressions,
  liftSuppression,
  restoreSuppression,
  useListChange,
  useSuppressions,
} from "./queries.ts";
import { Row, Rows, Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";
import { Refusal } from "../../problems/refusal.tsx";

/** Who must not be written to: added by address, taken off with a way back, brought in and taken out as a file. */
export function SuppressionSection() {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const toast = useToast();
  const may = useMay();
  const list = useSuppressions();
  const lift = useListChange("suppressions", liftSuppression);
  const restore = useListChange("suppressions", restoreSuppression);
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const takeOff = (id: string) =>
    lift.mutate(id, {
      onSuccess: () => toast(words.lifted, { label: common.undo, run: () => restore.mutate(id) }),
    });
  return (
    <Section title={words.sections.suppressions} detail={words.suppressionsDetail}>
      {may("suppressions:add") && <AddForm />}
      <Files mayAdd={may("suppressions:add")} />
      {lift.error !== null && <Notice tone="false">{lift.error.message}</Notice>}
      {restore.error !== null && <Notice tone="false">{restore.error.message}</Notice>}
      <Refusal error={list.error} />
      {list.isSuccess && entries.length === 0 && <p className="text-muted">{words.nobodySuppressed}</p>}
      <Rows label={words.sections.suppressions}>
        {entries.map((entry) => (
          <Row
            key={entry.id}
            title={nameOf(entry, words.personOnList)}
            detail={[
              words.suppressedBy[entry.kind],
              words.reasons[entry.reason],
              entry.note,
              formatMoment(entry.created_at),
            ]
              .filter(Boolean)
              .join(" · ")}
          >
            {may("suppressions:lift") && (
              <Button
                emphasis="danger"
                busy={lift.isPending && lift.variables === entry.id}
                onClick={() => takeOff(entry.id)}
              >
                {words.takeOff}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
      {list.hasNextPage && (
        <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </Section>
  );
}

/** Whom an entry is of, as far as it still says. */
function nameOf(entry: Schemas["SuppressionView"], unnamed: string): string {
  const said = [entry.person, entry.address].filter((part) => part !== null);
  return said.length === 0 ? unnamed : said.join(" · ");
}

function AddForm() {
  const words = useWords(SETTINGS);
  const toast = useToast();
  const add = useListChange("suppressions", addSuppression);
  const [address, setAddress] = useState("");
  const typed = address.trim();
  return (
    <form
      className="flex flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const isEmail = typed.includes("@") && !typed.includes("/");
        add.mutate(isEmail ? { email: typed } : { linkedin_url: typed }, {
          onSuccess: () => {
            setAddress("");
            toast(words.suppressed(typed));
          },
        });
      }}
    >
      <div className="min-w-52 flex-1">
        <Field label={words.address} hint={words.addressHint} error={useSaid(add.error)}>
          {(naming) => (
            <input
              {...naming}
              required
              className={`${CONTROL} h-9 max-md:h-11`}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="mt-6" busy={add.isPending}>
        {words.suppress}
      </Button>
    </form>
  );
}

function Files({ mayAdd }: { mayAdd: boolean }) {
  const words = useWords(SETTINGS);
  const bring = useListChange("suppressions", importSuppressions);
  const [failure, setFailure] = useState<string>();
  const take = async () => {
    setFailure(undefined);
    try {
      saveFile(words.suppressionsFile, await exportSuppressions());
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {mayAdd && (
          <FileButton
            label={words.importList}
            icon={<Upload size={16} />}
            accept=".csv,.txt,text/csv,text/plain"
            busy={bring.isPending}
            onFile={(file) => void file.text().then((text) => bring.mutate(text))}
          />
        )}
        <Button icon={<Download size={16} />} onClick={() => void take()}>
          {words.exportList}
        </Button>
      </div>
      {(bring.error !== null || failure !== undefined) && (
        <Notice tone="false">{bring.error?.message ?? failure}</Notice>
      )}
      {bring.data !== undefined && (
        <Notice
          tone={bring.data.error_count > 0 ? "doubt" : "proof"}
          title={words.imported(bring.data.added, bring.data.known, bring.data.error_count)}
        >
          {bring.data.errors.slice(0, 10).map((error) => (
            <p key={error.row} className="text-table">
              {words.inRow(error.row)}: {error.detail}
            </p>
          ))}
        </Notice>
      )}
    </>
  );
}
