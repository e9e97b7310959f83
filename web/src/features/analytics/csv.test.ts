import { describe, expect, it } from "vitest";

import { toCsv } from "./csv.ts";

describe("toCsv", () => {
  it("writes as a Spanish spreadsheet reads", () => {
    expect(toCsv([["rol", 0.25, null]], "es")).toBe("\uFEFFrol;0,25;\r\n");
  });

  it("writes as an English spreadsheet reads", () => {
    expect(toCsv([["a,b", 0.25, 3]], "en")).toBe('\uFEFF"a,b",0.25,3\r\n');
  });

  it("quotes what would break a row", () => {
    expect(toCsv([['di "hola"\n']], "es")).toBe('\uFEFF"di ""hola""\n"\r\n');
  });

  it.each(["=1+1", "+34", "-cmd", "@sum"])("lets no cell be a formula: %s", (cell) => {
    expect(toCsv([[cell]], "en")).toBe(`\uFEFF'${cell}\r\n`);
  });
});
