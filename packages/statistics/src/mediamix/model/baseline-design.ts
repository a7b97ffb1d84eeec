/** Columns of what sells without media: level, trend, seasons, controls, with prior standard deviations in sd(outcome). */
export interface BaselineDesign {
  readonly names: readonly string[];
  readonly priorSd: Float64Array;
  /** Row of a period (0 is the first of the data; later ones may lie in the future) with its control values. */
  row(period: number, controls: ArrayLike<number>): Float64Array;
}

export interface BaselineOptions {
  readonly periods: number;
  readonly periodDays: number;
  readonly firstDay: number;
  /** Prior standard deviation of the level in sd(outcome): wide. */
  readonly levelSd: number;
  /** Pairs of sine and cosine of the year and, for daily data, of the week. */
  readonly yearlyOrder: number;
  readonly weeklyOrder: number;
  /** Local deviations from the straight trend; the last one holds in the future. */
  readonly knots: number;
  readonly controls: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
}

const YEAR_DAYS = 365.2425;

/** Orders that the length of the data supports: coarse seasons after one year, finer ones after two and a half. */
export function defaultOrders(periods: number, periodDays: number): { yearlyOrder: number; weeklyOrder: number } {
  const years = (periods * periodDays) / YEAR_DAYS;
  const perYear = YEAR_DAYS / periodDays;
  const wanted = years < 1 ? 0 : years < 2.5 ? 2 : 4;
  const yearlyOrder = perYear >= 8 ? Math.min(wanted, Math.floor(perYear / 3)) : 0;
  return { yearlyOrder, weeklyOrder: periodDays === 1 && periods >= 21 ? 3 : 0 };
}

export function baselineDesign(options: BaselineOptions): BaselineDesign {
  const { periods, knots, controls } = options;
  const scaled = controls.map(({ values }) => standardiser(values));
  const names = ["level", "trend"];
  const priorSd = [options.levelSd, 0.7];
  for (let k = 1; k <= knots; k++) {
    names.push(`knot-${k}`);
    priorSd.push(0.35);
  }
  for (const [season, order] of seasonsOf(options)) {
    for (let j = 1; j <= order; j++) {
      names.push(`${season}-sin-${j}`, `${season}-cos-${j}`);
      priorSd.push(0.6 / Math.sqrt(j), 0.6 / Math.sqrt(j));
    }
  }
  for (const { name } of controls) {
    names.push(name);
    priorSd.push(1);
  }
  return {
    names,
    priorSd: Float64Array.from(priorSd),
    row: (period, values) => {
      const out = [1, period / Math.max(1, periods - 1) - 0.5];
      for (let k = 1; k <= knots; k++)
        out.push(tent(period, (k * (periods - 1)) / knots, (periods - 1) / knots, k === knots));
      const day = options.firstDay + period * options.periodDays;
      for (const [, order, length] of seasonsOf(options)) {
        for (let j = 1; j <= order; j++) {
          const angle = (2 * Math.PI * j * day) / length;
          out.push(Math.sin(angle), Math.cos(angle));
        }
      }
      scaled.forEach((scale, i) => out.push(scale(values[i] ?? 0)));
      return Float64Array.from(out);
    },
  };
}

const seasonsOf = (options: BaselineOptions) =>
  [
    ["year", options.yearlyOrder, YEAR_DAYS],
    ["week", options.weeklyOrder, 7],
  ] as const;

/** Piecewise linear bump around a knot; the last knot stays at 1. */
const tent = (period: number, centre: number, width: number, last: boolean): number =>
  last && period > centre ? 1 : Math.max(0, 1 - Math.abs(period - centre) / width);

function standardiser(values: ArrayLike<number>): (value: number) => number {
  const column = Float64Array.from(values);
  const mean = column.reduce((a, b) => a + b, 0) / column.length;
  const sd = Math.sqrt(column.reduce((sum, v) => sum + (v - mean) ** 2, 0) / column.length);
  return sd > 0 ? (value) => (value - mean) / sd : () => 0;
}
