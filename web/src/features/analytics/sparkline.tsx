const WIDTH = 96;
const HEIGHT = 22;

/** A line without axes: only whether it goes up or down. */
export function Sparkline({ points, label }: { points: readonly number[]; label: string }) {
  if (points.length < 2) return null;
  const highest = Math.max(1, ...points);
  const path = points
    .map((value, place) => {
      const x = 2 + (place * (WIDTH - 4)) / (points.length - 1);
      const y = HEIGHT - 3 - (value / highest) * (HEIGHT - 6);
      return `${place === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
  return (
    <svg role="img" aria-label={`${label}: ${points.join(", ")}`} width={WIDTH} height={HEIGHT} className="block">
      <path d={path} className="fill-none stroke-accent" strokeWidth={1.5} strokeLinejoin="round" />
    </svg>
  );
}
