/** Rows of one height, of which only those in sight are drawn. */
export interface RowWindow {
  /** First row to draw. */
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/** The rows that a view of a list shows, with some more on both sides so that scrolling finds them drawn. */
export function rowWindow(scrollPx: number, viewPx: number, rowPx: number, count: number, spare: number): RowWindow {
  const from = Math.max(0, Math.min(count, Math.floor(scrollPx / rowPx)) - spare);
  const to = Math.min(count, Math.ceil((scrollPx + viewPx) / rowPx) + spare);
  return { from, to: Math.max(from, to) };
}

/** Where to scroll so that a row is in sight, moving as little as possible; `undefined` when it is. */
export function scrollFor(index: number, scrollPx: number, viewPx: number, rowPx: number): number | undefined {
  const top = index * rowPx;
  if (top < scrollPx) return top;
  if (top + rowPx > scrollPx + viewPx) return top + rowPx - viewPx;
  return undefined;
}

/** Tops of rows of different heights; the last entry is the height of all. */
export function offsetsOf(heights: readonly number[]): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  for (let index = 0; index < heights.length; index += 1) tops[index + 1] = (tops[index] ?? 0) + (heights[index] ?? 0);
  return tops;
}

/** The last row whose top is at or above a place. */
export function rowAt(tops: Float64Array, px: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}
