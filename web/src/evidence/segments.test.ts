import { describe, expect, it } from "vitest";

import { segmentsOf } from "./segments.ts";

const claim = {
  text: "27 almacenes",
  in: "body" as const,
  start: 5,
  end: 17,
  kind: "number",
  verdict: "verified" as const,
  facts: ["f3"],
};

describe("segmentsOf", () => {
  it("puts together again exactly the text that it cut", () => {
    const text = "Sus 🙂 27 almacenes, y más";
    const segments = segmentsOf(text, "body", [claim], []);
    expect(segments.map((segment) => segment.text).join("")).toBe(text);
  });

  it("gives the stretch of a claim its claim, and no other stretch", () => {
    const segments = segmentsOf("Sus: 27 almacenes.", "body", [claim], []);
    expect(segments.filter((segment) => segment.claim !== null).map((segment) => segment.text)).toEqual([
      "27 almacenes",
    ]);
  });

  it("keeps claims of the subject out of the body", () => {
    const segments = segmentsOf("Sus: 27 almacenes.", "subject", [claim], []);
    expect(segments.every((segment) => segment.claim === null)).toBe(true);
  });

  it("cuts inside a claim where a finding begins", () => {
    const finding = {
      name: "register",
      verdict: "block" as const,
      detail: "…",
      spans: [{ in: "body" as const, start: 8, end: 17 }],
      refers_to: null,
    };
    const segments = segmentsOf("Sus: 27 almacenes.", "body", [claim], [finding]);
    expect(segments.map((segment) => [segment.text, segment.claim !== null, segment.findings.length])).toEqual([
      ["Sus: ", false, 0],
      ["27 ", true, 0],
      ["almacenes", true, 1],
      [".", false, 0],
    ]);
  });

  it("ignores a claim that lies beyond a text which has become shorter", () => {
    expect(segmentsOf("Sus: 27", "body", [claim], [])).toHaveLength(1);
  });

  it("leaves out checks that pass", () => {
    const passing = {
      name: "length",
      verdict: "pass" as const,
      detail: "…",
      spans: [{ in: "body" as const, start: 0, end: 3 }],
      refers_to: null,
    };
    expect(segmentsOf("Sus: 27", "body", [], [passing])).toHaveLength(1);
  });
});
