import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import { PrivacySection } from "./privacy-section.tsx";

const ID = "a".repeat(26);
const PERSON = {
  id: ID,
  full_name: "Lucía Ferrer",
  first_name: "Lucía",
  title: "Directora de Operaciones",
  company: "Logística Norte",
  email: "lucia@norte.example",
  linkedin_url: null,
};
const ERASURE = {
  id: "e",
  prospect_id: ID,
  state: "running",
  by: "m",
  created_at: new Date().toISOString(),
  finished_at: null as string | null,
};
const page = (...items: unknown[]) => HttpResponse.json({ items, next_cursor: null });

describe("erasing a person", () => {
  let permissions: string[];
  let isSuppressed: boolean;
  let looks: number;
  const done: string[] = [];

  beforeEach(() => {
    permissions = ["settings:edit", "messages:export", "prospects:erase", "suppressions:add"];
    isSuppressed = false;
    looks = 0;
    done.length = 0;
    server.use(
      http.get("*/v1/me", () => HttpResponse.json({ permissions, workspaces: [] })),
      http.get("*/v1/settings", () => HttpResponse.json({ retention_days: 730 })),
      http.get("*/v1/members", () => page({ id: "m", name: "Ana Gil", email: null })),
      http.get("*/v1/prospects", ({ request }) =>
        new URL(request.url).searchParams.get("q") === "lucia" ? page(PERSON) : page(),
      ),
      http.get(`*/v1/prospects/${ID}`, () =>
        HttpResponse.json({
          prospect: PERSON,
          messages: [{ status: "sent" }, { status: "ready" }],
          outcomes: [{}],
          suppressions: isSuppressed ? [{ id: "s" }] : [],
          perhaps_same: [],
        }),
      ),
      http.get("*/v1/erasures", () => {
        if (!done.includes("erased")) return page();
        looks += 1;
        return page(looks < 2 ? ERASURE : { ...ERASURE, state: "done", finished_at: new Date().toISOString() });
      }),
      http.post("*/v1/suppressions", async ({ request }) => {
        done.push(`suppressed ${((await request.json()) as { prospect_id: string }).prospect_id}`);
        return HttpResponse.json({}, { status: 201 });
      }),
      http.delete(`*/v1/prospects/${ID}`, () => {
        done.push("erased");
        return new HttpResponse(null, { status: 202 });
      }),
    );
  });

  const choose = async () => {
    show(<PrivacySection />);
    fireEvent.change(screen.getByLabelText("Busca a una persona"), { target: { value: "lucia" } });
    fireEvent.click(await screen.findByRole("button", { name: "Ver lo que hay de Lucía" }));
    return within(await screen.findByRole("region", { name: "Lucía Ferrer" }));
  };

  it("says what will go, waits for the name, excludes them first, and shows the erasure until it ends", async () => {
    const card = await choose();
    expect(card.getByText(/2 mensajes \(1 de ellos enviado\) y 1 resultado\./)).toBeVisible();
    const verb = card.getByRole("button", { name: "Borrar para siempre" });
    expect(verb).toBeDisabled();
    fireEvent.change(card.getByLabelText("Escribe «Lucía Ferrer» para confirmarlo"), {
      target: { value: " lucía  ferrer" },
    });
    fireEvent.click(verb);
    expect(await screen.findByText(/La persona ya no está\./)).toBeVisible();
    expect(done).toEqual([`suppressed ${ID}`, "erased"]);
    expect(screen.queryByRole("region", { name: "Lucía Ferrer" })).toBeNull();
    expect(await screen.findByText("Borrado en marcha")).toBeVisible();
    expect(await screen.findByText("Borrado terminado")).toBeVisible();
    expect(screen.getByText(/pedido por Ana Gil/)).toBeVisible();
  });

  it("does not exclude anew whoever is excluded, nor whom the box was taken off for", async () => {
    isSuppressed = true;
    const card = await choose();
    expect(card.getByText(/Está en la lista de exclusión/)).toBeVisible();
    expect(card.queryByRole("checkbox")).toBeNull();
    fireEvent.change(card.getByLabelText(/para confirmarlo/), { target: { value: "Lucía Ferrer" } });
    fireEvent.click(card.getByRole("button", { name: "Borrar para siempre" }));
    expect(await screen.findByText(/La persona ya no está\./)).toBeVisible();
    expect(done).toEqual(["erased"]);
  });

  it("is not offered to whoever may only read", async () => {
    permissions = ["messages:export"];
    const card = await choose();
    expect(card.getByRole("button", { name: "Descargar todo lo que hay" })).toBeVisible();
    await waitFor(() => expect(card.queryByRole("button", { name: "Borrar para siempre" })).toBeNull());
  });

  it("says so where nobody is found", async () => {
    show(<PrivacySection />);
    fireEvent.change(screen.getByLabelText("Busca a una persona"), { target: { value: "nadie" } });
    expect(await screen.findByText("Nadie con ese nombre o dirección.")).toBeVisible();
  });
});
