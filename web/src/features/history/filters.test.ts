import { describe, expect, it } from "vitest";

import { firstDayOf, periodOf } from "./filters.ts";

const TODAY = new Date("2026-11-30T12:00:00Z");

describe("periodOf", () => {
  it("knows an offered period by its first day", () => {
    expect(firstDayOf(7, TODAY)).toBe("2026-11-24");
    expect(periodOf({ from: "2026-11-24" }, TODAY)).toBe(7);
  });

  it("calls any other days other, and none all", () => {
    expect(periodOf({ from: "2026-11-23" }, TODAY)).toBe("other");
    expect(periodOf({ from: "2026-11-24", to: "2026-11-26" }, TODAY)).toBe("other");
    expect(periodOf({ to: "2026-11-26" }, TODAY)).toBe("other");
    expect(periodOf({}, TODAY)).toBeNull();
  });
});
