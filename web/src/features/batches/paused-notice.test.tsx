import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import { PausedNotice } from "./paused-notice.tsx";

describe("a batch that runs while generation is paused", () => {
  it("says why nothing is written, and where that is changed", async () => {
    server.use(http.get("*/v1/settings", () => HttpResponse.json({ generation_paused: true })));
    show(<PausedNotice />);
    expect(await screen.findByText("La generación está en pausa")).toBeVisible();
    expect(screen.getByRole("link", { name: "Ver en Ajustes" })).toHaveAttribute("href", "/ajustes");
  });

  it("says nothing while generation goes on", async () => {
    let asked = 0;
    server.use(
      http.get("*/v1/settings", () => {
        asked += 1;
        return HttpResponse.json({ generation_paused: false });
      }),
    );
    show(<PausedNotice />);
    await waitFor(() => expect(asked).toBe(1));
    expect(screen.queryByText("La generación está en pausa")).toBeNull();
  });
});
