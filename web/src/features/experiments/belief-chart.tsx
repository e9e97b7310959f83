import { type RefObject } from "react";

import { useWidth } from "../../design/use-width.ts";
import { useWords } from "../../i18n/use-words.ts";
import { beliefCurves, type Point } from "./belief.ts";
import { EXPERIMENTS } from "./experiments-words.ts";
import { formatShare } from "./figures.ts";

interface Props {
  variants: readonly { name: string; delivered: number; positive: number }[];
  holder: RefObject<HTMLDivElement | null>;
}

const HEIGHT = 220;
const BOTTOM = 24;
const TOP = 24;
const SIDE = 8;
const TICK_PX = 90;
/** A curve has a colour and a dash of its own: never colour alone. */
const LOOKS = [
  { line: "stroke-accent", area: "fill-accent", dash: undefined },
  { line: "stroke-proof", area: "fill-proof", dash: "6 3" },
  { line: "stroke-doubt", area: "fill-doubt", dash: "2 3" },
  { line: "stroke-muted", area: "fill-muted", dash: "8 3 2 3" },
  { line: "stroke-false", area: "fill-false", dash: "10 4" },
] as const;

/** What is believed of each variant's rate, one curve each, named at its peak. */
export function BeliefChart({ variants, holder }: Props) {
  const words = useWords(EXPERIMENTS);
  const width = useWidth(holder);
  const curves = beliefCurves(variants);
  const highest = Math.max(...curves.flat().map((point) => point.density));
  const low = curves[0]?.[0]?.rate ?? 0;
  const high = curves[0]?.at(-1)?.rate ?? 1;
  const x = (rate: number) => SIDE + ((rate - low) / (high - low)) * (width - 2 * SIDE);
  const y = (density: number) => TOP + (1 - density / highest) * (HEIGHT - TOP - BOTTOM);
  const line = (points: readonly Point[]) =>
    points
      .map(({ rate, density }, place) => `${place === 0 ? "M" : "L"}${x(rate).toFixed(1)} ${y(density).toFixed(1)}`)
      .join("");
  const ticks = Math.max(2, Math.floor(width / TICK_PX));
  return (
    <div ref={holder}>
      {width > 0 && (
        <svg
          role="img"
          aria-label={words.beliefLabel(variants.map((variant) => variant.name).join(", "))}
          width={width}
          height={HEIGHT}
          className="block"
        >
          <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-border" />
          {Array.from({ length: ticks + 1 }, (_, place) => low + ((high - low) * place) / ticks).map((rate, place) => (
            <text
              key={place}
              x={x(rate)}
              y={HEIGHT - 6}
              textAnchor={place === 0 ? "start" : place === ticks ? "end" : "middle"}
              className="fill-muted text-small figures"
            >
              {formatShare(rate)}
            </text>
          ))}
          {curves.map((points, place) => {
            const look = LOOKS[place % LOOKS.length] ?? LOOKS[0];
            const peak = points.reduce((best, point) => (point.density > best.density ? point : best));
            return (
              <g key={variants[place]?.name}>
                <path
                  d={`${line(points)}L${x(high)} ${y(0)}L${x(low)} ${y(0)}Z`}
                  className={look.area}
                  fillOpacity={0.12}
                />
                <path
                  d={line(points)}
                  fill="none"
                  className={look.line}
                  strokeWidth={2}
                  strokeDasharray={look.dash}
                  strokeLinejoin="round"
                />
                <text
                  x={x(peak.rate)}
                  y={y(peak.density) - 8}
                  textAnchor="middle"
                  className="fill-text text-table font-semibold"
                >
                  {variants[place]?.name}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
