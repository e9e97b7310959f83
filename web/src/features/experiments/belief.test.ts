import { describe, expect, it } from "vitest";

import { beliefCurves } from "./belief.ts";

describe("beliefCurves", () => {
  it("believes every rate alike before the first trial", () => {
    const [curve = []] = beliefCurves([{ delivered: 0, positive: 0 }]);
    const densities = curve.map((point) => point.density);
    expect(Math.max(...densities)).toBeCloseTo(Math.min(...densities), 6);
  });

  it("peaks at the rate that was seen, higher the more was seen", () => {
    const [few = [], many = []] = beliefCurves([
      { delivered: 20, positive: 4 },
      { delivered: 2000, positive: 400 },
    ]);
    const peak = (curve: typeof few) => curve.reduce((best, point) => (point.density > best.density ? point : best));
    expect(peak(few).rate).toBeCloseTo(0.2, 1);
    expect(peak(many).rate).toBeCloseTo(0.2, 2);
    expect(peak(many).density).toBeGreaterThan(5 * peak(few).density);
  });

  it("covers an area of one", () => {
    const [curve = []] = beliefCurves([{ delivered: 50, positive: 0 }]);
    const step = (curve[1]?.rate ?? 0) - (curve[0]?.rate ?? 0);
    expect(curve.reduce((sum, point) => sum + point.density * step, 0)).toBeCloseTo(1, 6);
  });
});
