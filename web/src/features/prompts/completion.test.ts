import { describe, expect, it } from "vitest";

import { unfinishedAt, withVariable } from "./completion.ts";

describe("unfinishedAt", () => {
  it("finds the name that is being typed, with and without a space behind the braces", () => {
    expect(unfinishedAt("Hola {{ fir", 11)).toEqual({ start: 5, typed: "fir" });
    expect(unfinishedAt("Hola {{", 7)).toEqual({ start: 5, typed: "" });
  });

  it("finds nothing behind a finished variable", () => {
    expect(unfinishedAt("Hola {{ title }} y", 18)).toBeNull();
  });

  it("looks only at what stands before the caret", () => {
    expect(unfinishedAt("Hola {{ fir", 4)).toBeNull();
  });
});

describe("withVariable", () => {
  it("replaces what was typed and puts the caret behind it", () => {
    expect(withVariable("Hola {{ fir, ya", 5, 11, "first_name")).toEqual({
      text: "Hola {{ first_name }}, ya",
      caret: 21,
    });
  });
});
