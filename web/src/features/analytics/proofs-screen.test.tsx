import { fireEvent, screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import ProofsScreen from "./proofs-screen.tsx";

const NIGHT = { at: "2026-11-30T02:00:00Z", days: ["2026-11-28", "2026-11-29"], busy_days: [], mended: [] };

describe("the recounts of the nights", () => {
  it("say that all agrees, or what was mended, in words", async () => {
    const mended = [
      { of: "2026-11-28", name: "sent:role=operations", was: 3, is_now: 4 },
      { of: "2026-11-28", name: "generated:total", was: 10, is_now: 11 },
      { of: "2026-11-28", name: "review.grounding:role,format=operations,email", was: 0, is_now: 1 },
    ];
    server.use(
      http.get("*/v1/roles", () =>
        HttpResponse.json({
          items: [{ key: "operations", names: { es: "Operaciones", en: "Operations" } }],
          next_cursor: null,
        }),
      ),
      http.get("*/v1/metrics/proofs", () =>
        HttpResponse.json({
          items: [
            { ...NIGHT, night: "2026-11-30", mended_counts: 250, mended },
            { ...NIGHT, night: "2026-11-29", mended_counts: 0 },
          ],
          next_cursor: null,
        }),
      ),
    );
    show(<ProofsScreen />);
    const [last, before] = await screen.findAllByRole("listitem");
    expect(before).toHaveTextContent("2 días contados: todo cuadra");
    expect(last).toHaveTextContent("250 cifras corregidas");
    fireEvent.click(screen.getByRole("button", { name: "Ver qué se corrigió" }));
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(await screen.findByText("Enviados, rol: Operaciones")).toBeVisible();
    expect(rows[2]).toHaveTextContent("Generados, en total1011");
    expect(rows[3]).toHaveTextContent("Bloqueos de una comprobación grounding, rol y formato: Operaciones, Correo");
    expect(screen.getByText("Se muestran las primeras 3.")).toBeVisible();
  });
});
