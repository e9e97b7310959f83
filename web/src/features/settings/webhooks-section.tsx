import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { formatMinute, formatMoment } from "../../i18n/formats.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useSaid } from "./field-form.tsx";
import {
  changeWebhook,
  createWebhook,
  redeliver,
  removeWebhook,
  rotateSecret,
  testWebhook,
  useDeliveries,
  useListChange,
  useWebhooks,
} from "./queries.ts";
import { Row, Rows, Section } from "./section.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { SETTINGS } from "./settings-words.ts";
import { RotatedSecret, RotateForm } from "./webhook-secret.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { Refusal } from "../../problems/refusal.tsx";
import { NotLoaded } from "../../problems/not-loaded.tsx";

/** Where events go, and what became of each. */
export function WebhooksSection() {
  const words = useWords(SETTINGS);
  const webhooks = useWebhooks();
  const create = useListChange("webhooks", createWebhook);
  const [url, setUrl] = useState("");
  const secret = create.data?.secret;
  return (
    <Section title={words.sections.webhooks} detail={words.webhooksDetail}>
      <form
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ url: url.trim() }, { onSuccess: () => setUrl("") });
        }}
      >
        <div className="min-w-52 flex-1">
          <Field label={words.webhookUrl} hint={words.webhookUrlHint} error={useSaid(create.error)}>
            {(naming) => (
              <input
                {...naming}
                required
                inputMode="url"
                placeholder="https://"
                className={`${CONTROL} h-9 max-md:h-11`}
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit" className="mt-6" busy={create.isPending}>
          {words.addWebhook}
        </Button>
      </form>
      {secret !== undefined && secret !== null && (
        <SecretOnce title={words.webhookOnce} secret={secret} onDone={() => create.reset()} />
      )}
      <Refusal error={webhooks.error} />
      <Rows label={words.sections.webhooks}>
        {webhooks.data?.items.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </Rows>
    </Section>
  );
}

/** What a delivery met: the receiver's status, or why there is none. */
function reasonOf(delivery: Schemas["DeliveryView"], errors: Record<string, string>): string | null {
  if (delivery.last_status !== null) return `HTTP ${delivery.last_status}`;
  return delivery.last_error === null ? null : (errors[delivery.last_error] ?? delivery.last_error);
}

function WebhookRow({ webhook }: { webhook: Schemas["WebhookView"] }) {
  const words = useWords(SETTINGS);
  const toast = useToast();
  const [shows, setShows] = useState(false);
  const change = useListChange("webhooks", changeWebhook);
  const remove = useListChange("webhooks", removeWebhook);
  const test = useListChange("webhooks", testWebhook);
  const rotate = useListChange("webhooks", rotateSecret);
  const [rotates, setRotates] = useState(false);
  const error = change.error ?? remove.error ?? test.error ?? rotate.error;
  const state = webhook.is_active
    ? webhook.failing_since === null
      ? words.webhookActive
      : words.failingSince(formatMoment(webhook.failing_since))
    : words.webhookOff;
  return (
    <>
      <Row
        title={webhook.url}
        detail={
          <>
            {state} · {webhook.events.map((event) => words.events[event]).join(", ")}
            {isAhead(webhook.previous_until) && (
              <span className="block">{words.previousGoodUntil(formatMinute(webhook.previous_until))}</span>
            )}
          </>
        }
      >
        <Button
          busy={test.isPending}
          onClick={() =>
            test.mutate(webhook.id, {
              onSuccess: (delivery) => {
                setShows(true);
                toast(
                  [words.tested[delivery.state], reasonOf(delivery, words.deliveryErrors)].filter(Boolean).join(": "),
                );
              },
            })
          }
        >
          {words.test}
        </Button>
        <Button emphasis="quiet" aria-expanded={shows} onClick={() => setShows(!shows)}>
          {shows ? words.hideDeliveries : words.showDeliveries}
        </Button>
        <Button
          emphasis="quiet"
          busy={change.isPending}
          onClick={() => change.mutate({ id: webhook.id, is_active: !webhook.is_active })}
        >
          {webhook.is_active ? words.switchOff : words.switchOn}
        </Button>
        <Button emphasis="quiet" aria-expanded={rotates} onClick={() => setRotates(!rotates)}>
          {words.rotateSecret}
        </Button>
        <SureButton
          verb={words.deleteWebhook}
          question={words.deleteWebhookSure}
          busy={remove.isPending}
          onSure={() => remove.mutate(webhook.id)}
        />
      </Row>
      {rotates && (
        <li className="px-3 py-2">
          <RotateForm
            busy={rotate.isPending}
            onRotate={(seconds) => rotate.mutate({ id: webhook.id, seconds }, { onSuccess: () => setRotates(false) })}
          />
        </li>
      )}
      {rotate.data !== undefined && (
        <li className="px-3 py-2">
          <RotatedSecret webhook={rotate.data} onDone={() => rotate.reset()} />
        </li>
      )}
      {error !== null && (
        <li className="px-3 py-2">
          <Notice tone="false">{error.message}</Notice>
        </li>
      )}
      {shows && (
        <li className="bg-sunken px-3 py-2">
          <Deliveries id={webhook.id} />
        </li>
      )}
    </>
  );
}

/** Whether a moment is still to come; the time of the look decides. */
function isAhead(moment: string | null): moment is string {
  return moment !== null && new Date(moment).getTime() > Date.now();
}

function Deliveries({ id }: { id: string }) {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const log = useDeliveries(id, true);
  const again = useListChange("webhooks", redeliver);
  // The log also holds the tests, which are no event of their own.
  const eventName = (event: string) => Object.entries(words.events).find(([one]) => one === event)?.[1] ?? event;
  const deliveries = log.data?.pages.flatMap((page) => page.items) ?? [];
  if (log.isPending) return <p className="text-muted">{common.loading}</p>;
  if (log.isError) return <NotLoaded error={log.error} onRetry={() => void log.refetch()} />;
  if (deliveries.length === 0) return <p className="text-muted">{words.noDeliveries}</p>;
  return (
    <div className="flex flex-col gap-2">
      {again.error !== null && <Notice tone="false">{again.error.message}</Notice>}
      <Rows label={words.deliveries}>
        {deliveries.map((delivery) => (
          <Row
            key={delivery.id}
            title={`${eventName(delivery.event)} · ${words.deliveryStates[delivery.state]}`}
            detail={[
              words.tries(delivery.tries),
              reasonOf(delivery, words.deliveryErrors),
              formatMoment(delivery.created_at),
            ]
              .filter(Boolean)
              .join(" · ")}
          >
            {delivery.state !== "pending" && (
              <Button
                busy={again.isPending && again.variables.delivery === delivery.id}
                onClick={() => again.mutate({ id, delivery: delivery.id })}
              >
                {words.redeliver}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
      {log.hasNextPage && (
        <Button className="self-start" busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </div>
  );
}
