import { type RefObject, useEffect } from "react";
import { rowWindow, scrollFor } from "../virtual/row-window.ts";
import { scrolledPx, scrollPort, useScroll } from "../virtual/use-scroll.ts";

const SPARE_ROWS = 10;

export interface GridWindow {
  readonly from: number;
  readonly to: number;
  readonly pageRows: number;
  /** Width of the grid as it stands; 0 before it is drawn. */
  readonly widthPx: number;
  readonly reveal: (index: number) => void;
}

interface GridRows {
  readonly count: number;
  readonly rowPx: number;
  readonly headPx: number;
  /** Whether the page scrolls instead of the grid. */
  readonly inPage: boolean;
  readonly onEnd: (() => void) | undefined;
}

/** The rows to draw under a head of `headPx`; tells when the end of what is loaded comes near. */
export function useGridWindow(
  grid: RefObject<HTMLElement | null>,
  { count, rowPx, headPx, inPage, onEnd }: GridRows,
): GridWindow {
  const { topPx, heightPx, widthPx } = useScroll(grid, rowPx, inPage);
  const viewPx = Math.max(0, heightPx - headPx);
  const { from, to } = rowWindow(Math.max(0, topPx), viewPx, rowPx, count, SPARE_ROWS);
  const nearEnd = count > 0 && viewPx > 0 && to >= count;
  useEffect(() => {
    if (nearEnd) onEnd?.();
  }, [nearEnd, count, onEnd]);
  return {
    from,
    to,
    pageRows: Math.max(1, Math.floor(viewPx / rowPx) - 1),
    widthPx,
    reveal: (index) => {
      const element = grid.current;
      if (!element) return;
      const port = scrollPort(element, inPage);
      const place = scrolledPx(element, port);
      const target = scrollFor(index, place, viewPx, rowPx);
      if (target !== undefined) port.scrollBy({ top: target - place });
    },
  };
}
