import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { formatMinute } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { SecretOnce } from "./secret-once.tsx";
import { SETTINGS } from "./settings-words.ts";

const A_DAY = 86_400;
const OVERLAPS = [A_DAY, 7 * A_DAY, 30 * A_DAY, 0];

/** Asks how long the secret that is in use shall hold beside the new one. */
export function RotateForm({ busy, onRotate }: { busy: boolean; onRotate: (overlapSeconds: number) => void }) {
  const words = useWords(SETTINGS);
  const [seconds, setSeconds] = useState(A_DAY);
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onRotate(seconds);
      }}
    >
      <div className="min-w-52 flex-1">
        <Field label={words.rotateOverlap}>
          {(naming) => (
            <select
              {...naming}
              className={`${CONTROL} h-9 max-md:h-11`}
              value={seconds}
              onChange={(event) => setSeconds(Number(event.target.value))}
            >
              {OVERLAPS.map((one) => (
                <option key={one} value={one}>
                  {words.overlaps(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button type="submit" emphasis="primary" busy={busy}>
        {words.rotate}
      </Button>
    </form>
  );
}

/** The new secret, shown once, and until when the one before is good. */
export function RotatedSecret({ webhook, onDone }: { webhook: Schemas["WebhookView"]; onDone: () => void }) {
  const words = useWords(SETTINGS);
  if (webhook.secret === null) return null;
  const before =
    webhook.previous_until === null
      ? words.previousEnded
      : words.previousGoodUntil(formatMinute(webhook.previous_until));
  return <SecretOnce title={`${words.webhookOnce} ${before}`} secret={webhook.secret} onDone={onDone} />;
}
