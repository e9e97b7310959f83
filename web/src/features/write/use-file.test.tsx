import { fireEvent, screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { useState } from "react";
import { useLocation } from "react-router";
import { describe, expect, it } from "vitest";

import { server } from "../../../tests/server.ts";
import { show } from "../../../tests/show.tsx";
import { OpenProfile } from "./open-profile.tsx";
import { NOBODY, type Person } from "./person.ts";
import { useFile } from "./use-file.ts";

const TYPED: Person = { ...NOBODY, text: "Lo que yo escribía" };

function Form() {
  const [person, setPerson] = useState(TYPED);
  const { take, isReading, error, isOver } = useFile({ person, onPerson: setPerson });
  return (
    <>
      <OpenProfile isReading={isReading} onFile={take} />
      <p>{[person.text, person.fields.full_name, person.fields.posts, useLocation().search].join("|")}</p>
      <p>{isOver ? "encima" : "nada encima"}</p>
      <p>{error?.message}</p>
    </>
  );
}

describe("a file on the page where one message is written", () => {
  const answer = (kind: string, rows: number) =>
    server.use(
      http.post("*/v1/imports", () =>
        HttpResponse.json(
          { id: "i", kind, rows, preview: [{ full_name: "Lucía Ferrer", posts: ["Uno", "Dos"], skills: ["SAP"] }] },
          { status: 201 },
        ),
      ),
    );
  const drop = (name: string) => {
    const dataTransfer = { types: ["Files"], files: [new File(["x"], name)] };
    fireEvent.dragOver(document.body, { dataTransfer });
    expect(screen.getByText("encima")).toBeVisible();
    fireEvent.drop(document.body, { dataTransfer });
    expect(screen.getByText("nada encima")).toBeVisible();
  };

  it("fills the form if it is one profile, and what was typed comes back", async () => {
    answer("pdf", 1);
    show(<Form />);
    drop("perfil.pdf");
    expect(await screen.findByText("|Lucía Ferrer|Uno Dos|")).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Deshacer" }));
    expect(await screen.findByText("Lo que yo escribía|||")).toBeVisible();
  });

  it.each([
    ["pdf", 3],
    ["csv", 1],
  ])("leads to a batch if it is a list: %s of %i", async (kind, rows) => {
    answer(kind, rows);
    show(<Form />);
    fireEvent.change(screen.getByLabelText("Abrir archivo"), { target: { files: [new File(["x"], "lista")] } });
    expect(await screen.findByText("Lo que yo escribía|||?importacion=i")).toBeVisible();
    expect(screen.getByText(/Lo que escribías se conserva/)).toBeVisible();
  });

  it("says why it could not be read and leaves the form as it was", async () => {
    server.use(
      http.post("*/v1/imports", () =>
        HttpResponse.json({ detail: "No hay nadie en el archivo.", status: 422, errors: [] }, { status: 422 }),
      ),
    );
    show(<Form />);
    drop("vacio.pdf");
    expect(await screen.findByText("No hay nadie en el archivo.")).toBeVisible();
    expect(screen.getByText("Lo que yo escribía|||")).toBeVisible();
  });
});
