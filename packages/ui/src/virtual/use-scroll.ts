import { type RefObject, useEffect, useState } from "react";

export interface ScrollState {
  readonly topPx: number;
  readonly leftPx: number;
  readonly heightPx: number;
  readonly widthPx: number;
}

const NOWHERE: ScrollState = { topPx: 0, leftPx: 0, heightPx: 0, widthPx: 0 };

/** Place and size of a scrolling element. `stepPx` makes the vertical place coarse, so that drawing follows whole rows. */
export function useScroll(element: RefObject<HTMLElement | null>, stepPx = 1): ScrollState {
  const [state, setState] = useState(NOWHERE);
  useEffect(() => {
    const scroller = element.current;
    if (!scroller) return;
    const read = (): void => {
      const next = {
        topPx: Math.floor(scroller.scrollTop / stepPx) * stepPx,
        leftPx: scroller.scrollLeft,
        heightPx: scroller.clientHeight,
        widthPx: scroller.clientWidth,
      };
      setState((before) =>
        before.topPx === next.topPx &&
        before.heightPx === next.heightPx &&
        before.widthPx === next.widthPx &&
        (stepPx > 1 || before.leftPx === next.leftPx)
          ? before
          : next,
      );
    };
    const sizes = new ResizeObserver(read);
    sizes.observe(scroller);
    scroller.addEventListener("scroll", read, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", read);
    };
  }, [element, stepPx]);
  return state;
}
