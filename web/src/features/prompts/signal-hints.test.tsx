import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import { SignalHints } from "./signal-hints.tsx";

const PLACE = { role: "operations", format: "email", language: "es" } as const;

describe("the hints beside a prompt", () => {
  const answer = (items: unknown[]) =>
    server.use(
      http.get("*/v1/me", () => HttpResponse.json({ permissions: ["metrics:read"], workspaces: [] })),
      http.get("*/v1/signals", ({ request }) => {
        const asked = new URL(request.url).searchParams;
        const isPlace = asked.get("format") === "email" && asked.get("language") === "es";
        return HttpResponse.json({ minimum_sample: 30, items: isPlace ? items : [], note: "" });
      }),
    );

  it("are those of its format and language, and lead to the whole", async () => {
    answer([{ hint: "Los que parten de una publicación tienen más respuestas positivas." }, { hint: null }]);
    show(<SignalHints place={PLACE} />);
    expect(await screen.findByText(/parten de una publicación/)).toBeVisible();
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
    expect(screen.getByRole("link")).toHaveAttribute("href", "/analitica/senales?formato=email&idioma=es");
  });

  it("say how many messages are needed where nothing is sure", async () => {
    answer([{ hint: null }]);
    show(<SignalHints place={PLACE} />);
    expect(await screen.findByText(/hacen falta 30 mensajes/)).toBeVisible();
  });
});
