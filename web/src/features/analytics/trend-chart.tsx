import { useRef, useState } from "react";

import { formatCount, formatDate } from "./figures.ts";
import { useWidth } from "../../design/use-width.ts";

interface Props {
  /** What it shows, in one sentence, for those who cannot see it. */
  label: string;
  days: readonly { day: string; value: number }[];
  /** The period before, day by day, where periods are compared. */
  before: readonly { day: string; value: number }[];
}

const HEIGHT = 180;
const LEFT = 34;
const BOTTOM = 22;
const TOP = 10;
const LABEL_PX = 84;

/** A line over days, with the period before as a dashed one behind it. Under the pointer it says the day's value. */
export function TrendChart({ label, days, before }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [pointed, setPointed] = useState<number | null>(null);
  const highest = roundUp(Math.max(1, ...days.map((day) => day.value), ...before.map((day) => day.value)));
  const step = (width - LEFT - 8) / Math.max(1, days.length - 1);
  const x = (place: number) => LEFT + place * step;
  const y = (value: number) => TOP + (1 - value / highest) * (HEIGHT - TOP - BOTTOM);
  const line = (points: readonly { value: number }[]) =>
    points
      .map((point, place) => `${place === 0 ? "M" : "L"}${x(place).toFixed(1)} ${y(point.value).toFixed(1)}`)
      .join("");
  const every = Math.max(1, Math.ceil(days.length / Math.max(1, Math.floor(width / LABEL_PX))));
  const shown = pointed === null ? undefined : days[pointed];
  return (
    <div ref={box} className="relative">
      {width > 0 && (
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={HEIGHT}
          className="block"
          onPointerLeave={() => setPointed(null)}
          onPointerMove={(event) => {
            const place = Math.round((event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT) / step);
            setPointed(Math.min(Math.max(place, 0), days.length - 1));
          }}
        >
          {[0, highest / 2, highest].map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={width} y1={y(value)} y2={y(value)} className="stroke-border" />
              <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className="fill-muted text-small figures">
                {formatCount(value)}
              </text>
            </g>
          ))}
          {days.map(
            (day, place) =>
              place % every === 0 &&
              x(place) < width - 30 && (
                <text
                  key={day.day}
                  x={x(place)}
                  y={HEIGHT - 4}
                  textAnchor={place === 0 ? "start" : "middle"}
                  className="fill-muted text-small"
                >
                  {formatDate(day.day)}
                </text>
              ),
          )}
          {before.length > 0 && (
            <path d={line(before)} className="fill-none stroke-muted" strokeWidth={1.5} strokeDasharray="4 4" />
          )}
          <path
            d={`${line(days)}L${x(days.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`}
            className="fill-accent-soft opacity-60"
          />
          <path d={line(days)} className="fill-none stroke-accent" strokeWidth={2} strokeLinejoin="round" />
          {shown !== undefined && pointed !== null && (
            <g>
              <line x1={x(pointed)} x2={x(pointed)} y1={TOP} y2={y(0)} className="stroke-outline" />
              <circle cx={x(pointed)} cy={y(shown.value)} r={4} className="fill-accent stroke-raised" strokeWidth={2} />
            </g>
          )}
        </svg>
      )}
      <p className="h-5 text-right text-table text-muted figures">
        {shown !== undefined && pointed !== null && (
          <>
            {formatDate(shown.day)}: <strong className="text-text">{formatCount(shown.value)}</strong>
            {before[pointed] !== undefined &&
              ` · ${formatDate(before[pointed].day)}: ${formatCount(before[pointed].value)}`}
          </>
        )}
      </p>
    </div>
  );
}

/** The next even number that reads well at the end of an axis, so that its half is whole. */
function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 4, 6, 8, 10].map((step) => step * size);
  const found = steps.find((step) => step >= value) ?? value;
  return found % 2 === 0 ? found : found * 2;
}
