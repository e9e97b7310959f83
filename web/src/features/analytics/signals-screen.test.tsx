import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import SignalsScreen from "./signals-screen.tsx";

const rate = (numerator: number, denominator: number) => ({
  value: numerator / denominator,
  numerator,
  denominator,
  of: "mensajes",
  low: 0.1,
  high: 0.3,
  mature: true,
});
const signal = (name: string, verdict: string, hint: string | null = null) => ({
  signal: name,
  label: `mencionan ${name}`,
  verdict,
  hint,
  with_signal: rate(20, 100),
  without_signal: rate(10, 100),
  difference: verdict === "too_few" ? null : { value: 0.1, low: 0.02, high: 0.18 },
  p_value: 0.01,
  adjusted_p_value: 0.02,
});

describe("signals", () => {
  let items: unknown[];
  const asked: URLSearchParams[] = [];

  beforeEach(() => {
    asked.length = 0;
    items = [signal("cargo", "too_few"), signal("escuela", "unclear"), signal("post", "more", "Parte de un post.")];
    server.use(
      http.get("*/v1/settings", () => HttpResponse.json({ time_zone: "Europe/Madrid" })),
      http.get("*/v1/signals", ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json({ from: "2026-08-19", to: "2026-11-16", minimum_sample: 30, items, note: "Nota." });
      }),
    );
  });

  it("put first what can be used, and say how sure each is and what it is a share of", async () => {
    show(<SignalsScreen />);
    const hints = await screen.findByRole("region", { name: "Lo que se puede aprovechar" });
    expect(within(hints).getByText("Parte de un post.")).toBeVisible();
    expect(screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent)).toEqual([
      "Mensajes que mencionan post",
      "Mensajes que mencionan escuela",
      "Mensajes que mencionan cargo",
    ]);
    expect(screen.getAllByText("20 de 100 con respuesta positiva")).toHaveLength(3);
    expect(screen.getAllByText(/entre \+2 y \+18 puntos/)).toHaveLength(2);
    expect(screen.getByText(/Hacen falta 30 mensajes con cada señal/)).toBeVisible();
  });

  it("are asked for in the format and over the time that were chosen", async () => {
    show(<SignalsScreen />, "/analitica/senales?dias=90");
    await screen.findByText("Mensajes que mencionan post");
    fireEvent.click(screen.getByRole("radio", { name: "InMail" }));
    fireEvent.click(screen.getByRole("radio", { name: "Un año" }));
    const first = Date.parse(asked[0]?.get("from") ?? "");
    await waitFor(() => {
      const last = asked.at(-1);
      expect(last?.get("format")).toBe("linkedin_inmail");
      expect(first - Date.parse(last?.get("from") ?? "")).toBe(275 * 86_400_000);
    });
  });

  it("say when they come where there are none", async () => {
    items = [];
    show(<SignalsScreen />);
    expect(await screen.findByText("Aún no hay señales")).toBeVisible();
    expect(screen.getByRole("button", { name: "Mirar un año" })).toBeVisible();
  });
});
