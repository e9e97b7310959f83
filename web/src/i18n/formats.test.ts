import { describe, expect, it } from "vitest";

import { formatMoment } from "./formats.ts";

const NOW = new Date("2026-11-30T12:00:00Z");

describe("formatMoment", () => {
  it.each([
    ["2026-11-30T11:57:00Z", "hace 3 minutos"],
    ["2026-11-30T10:00:00Z", "hace 2 horas"],
    ["2026-11-29T12:00:00Z", "ayer"],
    ["2026-11-26T12:00:00Z", "hace 4 días"],
  ])("tells a moment of this week from now: %s", (moment, words) => {
    expect(formatMoment(moment, NOW)).toBe(words);
  });

  it("names the day of an older moment, and the year of one in another year", () => {
    expect(formatMoment("2026-11-02T12:00:00Z", NOW)).toBe("2 nov");
    expect(formatMoment("2025-11-02T12:00:00Z", NOW)).toBe("2 nov 2025");
  });
});
