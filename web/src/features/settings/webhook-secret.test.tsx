import { fireEvent, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import { WebhooksSection } from "./webhooks-section.tsx";

const WEBHOOK = {
  id: "a".repeat(26),
  url: "https://hooks.example.com/outreach",
  events: ["message.outcome"],
  is_active: true,
  failing_since: null,
  switched_off_at: null,
  created_by: "b".repeat(26),
  created_at: "2026-11-01T10:00:00Z",
  updated_at: "2026-11-01T10:00:00Z",
  previous_until: null as string | null,
  secret: null as string | null,
};

describe("the secret of a webhook", () => {
  let stored = WEBHOOK;
  const asked: unknown[] = [];

  beforeEach(() => {
    stored = WEBHOOK;
    asked.length = 0;
    server.use(
      http.get("*/v1/webhooks", () => HttpResponse.json({ items: [stored], next_cursor: null })),
      http.post("*/v1/webhooks/:id/rotate", async ({ request }) => {
        const body = (await request.json()) as { overlap_seconds: number };
        asked.push(body);
        const until = body.overlap_seconds === 0 ? null : new Date(Date.now() + 86_400_000).toISOString();
        stored = { ...WEBHOOK, previous_until: until };
        return HttpResponse.json({ ...stored, secret: "whsec_new" }, { status: 201 });
      }),
    );
  });

  const rotate = async (overlap?: string) => {
    show(<WebhooksSection />);
    fireEvent.click(await screen.findByRole("button", { name: "Renovar secreto" }));
    if (overlap !== undefined) {
      fireEvent.change(screen.getByLabelText("Cuánto sigue valiendo el anterior"), { target: { value: overlap } });
    }
    fireEvent.click(screen.getByRole("button", { name: "Renovar" }));
  };

  it("is renewed, shown once, and the row says until when the one before holds", async () => {
    await rotate();
    expect(await screen.findByText("whsec_new")).toBeVisible();
    expect(screen.getByText(/se comprueba la firma.*El secreto anterior vale hasta/)).toBeVisible();
    expect(asked).toEqual([{ overlap_seconds: 86_400 }]);
    fireEvent.click(screen.getByRole("button", { name: "Cerrar" }));
    await waitFor(() => expect(screen.queryByText("whsec_new")).toBeNull());
    expect(await screen.findByText(/^El secreto anterior vale hasta/)).toBeVisible();
  });

  it("can end at once, and says so", async () => {
    await rotate("0");
    expect(await screen.findByText(/El secreto anterior ya no vale\./)).toBeVisible();
    expect(asked).toEqual([{ overlap_seconds: 0 }]);
  });
});
