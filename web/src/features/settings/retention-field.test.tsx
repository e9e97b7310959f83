import { fireEvent, screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import { RetentionField } from "./retention-field.tsx";

const answers = { permissions: ["settings:edit"], workspaces: [] };

describe("the days that messages are kept", () => {
  it("name what is lost before a shorter time is saved, and nothing for a longer one", async () => {
    const changes: unknown[] = [];
    server.use(
      http.get("*/v1/me", () => HttpResponse.json(answers)),
      http.get("*/v1/settings", () => HttpResponse.json({ retention_days: 730 })),
      http.patch("*/v1/settings", async ({ request }) => {
        changes.push(await request.json());
        return HttpResponse.json({ retention_days: 90 });
      }),
    );
    show(<RetentionField />);
    const days = await screen.findByLabelText("Días que se guarda un mensaje");
    fireEvent.change(days, { target: { value: "900" } });
    expect(screen.queryByText(/sin vuelta atrás/)).toBeNull();
    fireEvent.change(days, { target: { value: "90" } });
    expect(screen.getByText(/mensajes de hace más de 90 días/)).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Guardar" }));
    expect(await screen.findByText("Guardado: Días que se guarda un mensaje")).toBeVisible();
    expect(changes).toEqual([{ retention_days: 90 }]);
  });
});
