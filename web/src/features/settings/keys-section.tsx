import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useSaid } from "./field-form.tsx";
import { createKey, revokeKey, rotateKey, useApiKeys, useListChange } from "./queries.ts";
import { RoleSelect } from "./role-select.tsx";
import { Row, Rows, Section } from "./section.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { SETTINGS } from "./settings-words.ts";
import { SureButton } from "../../design/sure-button.tsx";
import { Refusal } from "../../problems/refusal.tsx";

const DAY_MS = 86_400_000;
const LIVES = [90, 365, 0] as const;

/** Keys for programs: made, renewed and ended; what they are is shown once. */
export function KeysSection() {
  const words = useWords(SETTINGS);
  const keys = useApiKeys();
  const create = useListChange("api-keys", createKey);
  const rotate = useListChange("api-keys", rotateKey);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Schemas["WorkspaceRole"]>("agent");
  const [life, setLife] = useState<number>(LIVES[0]);
  const error = useSaid(create.error);
  const shown = rotate.data ?? create.data;
  const secret = shown?.secret;
  return (
    <Section title={words.sections.keys} detail={words.keysDetail}>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          rotate.reset();
          const expires_at = life === 0 ? null : new Date(Date.now() + life * DAY_MS).toISOString();
          create.mutate({ name: name.trim(), role, expires_at }, { onSuccess: () => setName("") });
        }}
      >
        <div className="min-w-52 flex-1">
          <Field label={words.keyName}>
            {(naming) => (
              <input
                {...naming}
                required
                className={`${CONTROL} h-9 max-md:h-11`}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </div>
        <RoleSelect label={words.keyRole} value={role} onChange={setRole} />
        <select
          aria-label={words.keyLife}
          className={`${CONTROL} h-9 max-w-44 max-md:h-11`}
          value={life}
          onChange={(event) => setLife(Number(event.target.value))}
        >
          {LIVES.map((days) => (
            <option key={days} value={days}>
              {words.lives(days)}
            </option>
          ))}
        </select>
        <Button type="submit" busy={create.isPending}>
          {words.createKey}
        </Button>
      </form>
      {error !== undefined && <Notice tone="false">{error}</Notice>}
      {rotate.error !== null && <Notice tone="false">{rotate.error.message}</Notice>}
      {secret !== undefined && secret !== null && (
        <SecretOnce
          title={words.keyOnce}
          secret={secret}
          onDone={() => {
            create.reset();
            rotate.reset();
          }}
        />
      )}
      <Refusal error={keys.error} />
      <Rows label={words.sections.keys}>
        {keys.data?.items.map((key) => (
          <KeyRow
            key={key.id}
            apiKey={key}
            isRotating={rotate.isPending && rotate.variables === key.id}
            onRotate={() => rotate.mutate(key.id)}
          />
        ))}
      </Rows>
    </Section>
  );
}

interface RowProps {
  apiKey: Schemas["ApiKeyView"];
  isRotating: boolean;
  onRotate: () => void;
}

function KeyRow({ apiKey, isRotating, onRotate }: RowProps) {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const revoke = useListChange("api-keys", revokeKey);
  const [now] = useState(() => Date.now());
  const hasExpired = apiKey.expires_at !== null && Date.parse(apiKey.expires_at) <= now;
  const isOver = apiKey.revoked_at !== null || hasExpired;
  const detail = [
    common.workspaceRoles[apiKey.role],
    apiKey.scopes !== null && words.scopes(apiKey.scopes.length),
    apiKey.revoked_at !== null
      ? words.revokedAt(formatMoment(apiKey.revoked_at))
      : apiKey.expires_at === null
        ? words.noExpiry
        : words.until(formatMoment(apiKey.expires_at)),
    apiKey.last_used_at === null ? words.neverUsed : words.lastUsed(formatMoment(apiKey.last_used_at)),
  ];
  return (
    <Row
      title={<span className={isOver ? "text-muted line-through" : ""}>{apiKey.name}</span>}
      detail={detail.filter(Boolean).join(" · ")}
    >
      {!isOver && (
        <>
          {apiKey.replaced_by === null && (
            <Button busy={isRotating} onClick={onRotate}>
              {words.rotate}
            </Button>
          )}
          <SureButton
            verb={words.revoke}
            question={words.revokeSure(apiKey.name)}
            busy={revoke.isPending}
            onSure={() => revoke.mutate(apiKey.id)}
          />
        </>
      )}
      {revoke.error !== null && <Notice tone="false">{revoke.error.message}</Notice>}
    </Row>
  );
}
