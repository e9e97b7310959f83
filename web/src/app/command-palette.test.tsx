import { fireEvent, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { useLocation } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";

import { server } from "../../tests/server.ts";
import { show } from "../../tests/show.tsx";
import { Shortcuts } from "../keyboard/shortcuts.tsx";
import CommandPalette from "./command-palette.tsx";

function Address() {
  const { pathname, search } = useLocation();
  return <p>{pathname + search}</p>;
}

describe("the palette", () => {
  beforeEach(() => {
    server.use(
      http.get("*/v1/me", () => HttpResponse.json({ permissions: ["prospects:read", "metrics:read"], workspaces: [] })),
      http.get("*/v1/batches", () =>
        HttpResponse.json({ items: [{ id: "b1", name: "Feria de Zaragoza", state: "completed" }], next_cursor: null }),
      ),
      http.get("*/v1/prospects", ({ request }) => {
        const isHer = "nunez norte".startsWith(new URL(request.url).searchParams.get("q") ?? "-");
        const items = isHer ? [{ id: "p1", full_name: "Íñiga Núñez", title: "Jefa", company: "Norte" }] : [];
        return HttpResponse.json({ items, next_cursor: null });
      }),
    );
    show(
      <Shortcuts>
        <CommandPalette onClose={() => undefined} />
        <Address />
      </Shortcuts>,
    );
  });
  const type = (text: string) => fireEvent.change(screen.getByRole("combobox"), { target: { value: text } });

  it("opens a person whom the server found, accents or not", async () => {
    type("nunez");
    fireEvent.click(await screen.findByText("Íñiga Núñez"));
    expect(await screen.findByText("/historial?persona=p1")).toBeInTheDocument();
  });

  it("keeps a person in sight while more of the name is typed", async () => {
    type("nun");
    await screen.findByText("Íñiga Núñez");
    type("nunez norte");
    expect(await screen.findByText("Íñiga Núñez")).toBeVisible();
    await waitFor(() => expect(screen.getByRole("option")).toHaveAttribute("aria-selected", "true"));
    expect(screen.getByText("Íñiga Núñez")).toBeVisible();
  });

  it("opens a batch by its name and shows those that do not match nowhere", async () => {
    type("zarag");
    fireEvent.click(await screen.findByText("Feria de Zaragoza"));
    expect(await screen.findByText("/lotes/b1")).toBeInTheDocument();
  });

  it("reaches what lies behind a screen by its name, and nothing that the caller may not use", async () => {
    type("programados");
    fireEvent.click(await screen.findByText("Lotes programados"));
    expect(await screen.findByText("/lotes/programados")).toBeInTheDocument();
    type("lote nuevo");
    expect(screen.queryByText("Lote nuevo")).not.toBeInTheDocument();
  });

  it("still reaches the screens", async () => {
    type("analít");
    fireEvent.click(await screen.findByText("Analítica"));
    expect(await screen.findByText("/analitica")).toBeInTheDocument();
  });
});
