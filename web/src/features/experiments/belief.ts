/** A point of a curve: a rate, and how dense the belief in it is. */
export interface Point {
  rate: number;
  density: number;
}

interface Trials {
  delivered: number;
  positive: number;
}

const STEPS = 160;
/** How many standard deviations of a belief are drawn. */
const REACH = 4;

/**
 * What is believed of each rate after its trials: Beta(1 + positive, 1 + delivered - positive), as the server computes
 * its probabilities (shared/domain/posterior.py). The curves share their rates, which cover all that is not negligible.
 */
export function beliefCurves(trials: readonly Trials[]): Point[][] {
  const betas = trials.map(({ delivered, positive }) => ({ a: 1 + positive, b: 1 + delivered - positive }));
  const spans = betas.map(({ a, b }) => {
    const mean = a / (a + b);
    const deviation = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
    return { low: mean - REACH * deviation, high: mean + REACH * deviation };
  });
  const low = Math.max(0, Math.min(...spans.map((span) => span.low)));
  const high = Math.min(1, Math.max(...spans.map((span) => span.high)));
  const rates = Array.from({ length: STEPS + 1 }, (_, place) => low + ((high - low) * place) / STEPS);
  return betas.map((beta) => densities(beta, rates));
}

/** The density at each rate, scaled so that the area under the curve is 1. */
function densities({ a, b }: { a: number; b: number }, rates: readonly number[]): Point[] {
  // A hair inside of 0 and 1, where the logarithm has no value.
  const logs = rates.map((rate) => {
    const inside = Math.min(Math.max(rate, 1e-9), 1 - 1e-9);
    return (a - 1) * Math.log(inside) + (b - 1) * Math.log(1 - inside);
  });
  const highest = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - highest));
  const step = ((rates.at(-1) ?? 1) - (rates[0] ?? 0)) / STEPS;
  const area = weights.reduce((sum, weight) => sum + weight, 0) * step;
  return rates.map((rate, place) => ({ rate, density: (weights[place] ?? 0) / area }));
}
