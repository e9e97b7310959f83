import { expect, test } from "vitest";

import { cronOf, whenOf } from "./when.ts";

test.each(["0 8 * * 1-5", "30 7 * * *", "5 0 * * 0", "15 9 * * 3", "0 6 31 * *"])(
  "%s is told in words, and the words mean the same fields",
  (cron) => {
    const when = whenOf(cron);
    expect(when.rhythm).not.toBe("cron");
    expect(cronOf(when)).toBe(cron);
  },
);

test.each(["*/15 8-18 * * 1-5", "0 8 1 * 1", "0 8 * 6 *", "0 8,12 * * *"])(
  "%s has no such words and stays as it was written",
  (cron) => {
    expect(whenOf(cron).rhythm).toBe("cron");
    expect(cronOf(whenOf(cron))).toBe(cron);
  },
);

test("Sunday is the seventh day, whichever of its two numbers was written", () => {
  expect(whenOf("0 8 * * 7").weekday).toBe(7);
  expect(whenOf("0 8 * * 0").weekday).toBe(7);
});
