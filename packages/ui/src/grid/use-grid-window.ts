import { type RefObject, useEffect } from "react";
import { rowWindow, scrollFor } from "../virtual/row-window.ts";
import { useScroll } from "../virtual/use-scroll.ts";

const SPARE_ROWS = 10;

export interface GridWindow {
  readonly from: number;
  readonly to: number;
  readonly pageRows: number;
  readonly reveal: (index: number) => void;
}

/** The rows to draw under a head of `headPx`; tells when the end of what is loaded comes near. */
export function useGridWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowPx: number,
  headPx: number,
  onEnd: (() => void) | undefined,
): GridWindow {
  const { topPx, heightPx } = useScroll(scroller, rowPx);
  const viewPx = Math.max(0, heightPx - headPx);
  const { from, to } = rowWindow(topPx, viewPx, rowPx, count, SPARE_ROWS);
  const nearEnd = count > 0 && viewPx > 0 && to >= count;
  useEffect(() => {
    if (nearEnd) onEnd?.();
  }, [nearEnd, count, onEnd]);
  return {
    from,
    to,
    pageRows: Math.max(1, Math.floor(viewPx / rowPx) - 1),
    reveal: (index) => {
      const element = scroller.current;
      const target = element && scrollFor(index, element.scrollTop, viewPx, rowPx);
      if (element && target !== null && target !== undefined) element.scrollTo({ top: target });
    },
  };
}
