import { describe, expect, it } from "vitest";

import { addDays, daysOf, partsOf, todayIn } from "./period.ts";

describe("a period", () => {
  it("counts both of its ends", () => {
    expect(daysOf({ from: "2026-11-30", to: "2026-11-30" })).toBe(1);
    expect(daysOf({ from: "2026-11-01", to: "2026-11-30" })).toBe(30);
  });

  it("goes over the end of a month and of a summer time", () => {
    expect(addDays("2026-11-01", -1)).toBe("2026-10-31");
    expect(addDays("2026-10-25", 1)).toBe("2026-10-26");
  });

  it("falls into parts that cover every day once", () => {
    const parts = partsOf({ from: "2026-09-02", to: "2026-11-30" }, 7);
    expect(parts).toHaveLength(7);
    expect(parts[0]?.from).toBe("2026-09-02");
    expect(parts.at(-1)?.to).toBe("2026-11-30");
    expect(parts.reduce((sum, part) => sum + daysOf(part), 0)).toBe(90);
  });

  it("has no parts if it ends before it begins", () => {
    expect(partsOf({ from: "2026-11-30", to: "2026-11-01" }, 7)).toEqual([]);
  });
});

it("knows which day it is elsewhere", () => {
  const night = new Date("2026-11-30T23:30:00Z");
  expect(todayIn("Europe/Madrid", night)).toBe("2026-12-01");
  expect(todayIn("America/Bogota", night)).toBe("2026-11-30");
});
