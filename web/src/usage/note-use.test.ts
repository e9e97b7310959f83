import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { server } from "../../tests/server.ts";
import { noteUse, screenAt } from "./note-use.ts";

describe("noting what is used", () => {
  const noted: unknown[] = [];

  beforeEach(() => {
    noted.length = 0;
    server.use(
      http.post("*/v1/usage-events", async ({ request }) => {
        noted.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    window.history.replaceState(null, "", "/historial?q=Luc%C3%ADa&ver=seguimientos");
  });

  afterEach(() => {
    window.history.replaceState(null, "", "/");
    vi.unstubAllGlobals();
  });

  it("sends the screen and the action, and nothing of the address", async () => {
    noteUse("searched");
    await vi.waitFor(() => expect(noted).toEqual([{ screen: "follow_ups", action: "searched" }]));
  });

  it.each([{ doNotTrack: "1" }, { globalPrivacyControl: true }])(
    "sends nothing for whoever asks not to be followed: %o",
    async (asked) => {
      vi.stubGlobal("navigator", Object.assign(Object.create(navigator) as Navigator, asked));
      noteUse("searched");
      vi.unstubAllGlobals();
      noteUse("copied");
      await vi.waitFor(() => expect(noted).toEqual([{ screen: "follow_ups", action: "copied" }]));
    },
  );

  it("troubles nobody where the server cannot be reached", async () => {
    server.use(http.post("*/v1/usage-events", () => HttpResponse.error()));
    noteUse("copied");
    await new Promise((resolve) => setTimeout(resolve));
    expect(noted).toEqual([]);
  });

  it.each([
    ["/", "write"],
    ["/lotes/abc", "batches"],
    ["/analitica", "analytics"],
    ["/analitica/experimentos/abc", "experiments"],
    ["/analitica/senales", "analytics"],
    ["/nada", null],
  ])("knows the screen of %s", (pathname, screen) => {
    expect(screenAt({ pathname, search: "" })).toBe(screen);
  });
});
