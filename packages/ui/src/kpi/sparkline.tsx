import type { ReactElement } from "react";

const WIDTH = 64;
const HEIGHT = 20;
const PAD = 1.5;

/** Points of a line through the values, left to right, fitted into the box; a flat series runs through the middle. */
export function sparklinePoints(values: readonly number[], width = WIDTH, height = HEIGHT): string {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const step = values.length > 1 ? (width - 2 * PAD) / (values.length - 1) : 0;
  return values
    .map((value, index) => {
      const share = span === 0 ? 0.5 : (value - low) / span;
      return `${(PAD + index * step).toFixed(1)},${(height - PAD - share * (height - 2 * PAD)).toFixed(1)}`;
    })
    .join(" ");
}

/** The shape of the last days beside a figure; the figure says the value, so this is decoration. */
export function Sparkline({ values }: { readonly values: readonly number[] }): ReactElement | null {
  if (values.length < 2) return null;
  return (
    <svg
      className="yt-sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polyline
        points={sparklinePoints(values)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
