import { type RefObject, useEffect, useState } from "react";

export interface ScrollState {
  readonly topPx: number;
  readonly leftPx: number;
  readonly heightPx: number;
  readonly widthPx: number;
}

const NOWHERE: ScrollState = { topPx: 0, leftPx: 0, heightPx: 0, widthPx: 0 };

/** What scrolls an element: itself, or when it stands in the page as it is, the box around it that does. */
export function scrollPort(element: HTMLElement, inPage: boolean): HTMLElement {
  if (!inPage) return element;
  let port = element.parentElement;
  while (port && !/auto|scroll/.test(getComputedStyle(port).overflowY)) port = port.parentElement;
  return port ?? document.documentElement;
}

/** How much of an element is scrolled out at the top of its port; negative while it begins below. */
export const scrolledPx = (element: HTMLElement, port: HTMLElement): number =>
  port === element ? element.scrollTop : port.getBoundingClientRect().top - element.getBoundingClientRect().top;

/**
 * Place and size of what is seen of an element. `stepPx` makes the vertical place coarse, so that drawing follows whole
 * rows. With `inPage` a box around it scrolls, and the height is that of the box.
 */
export function useScroll(element: RefObject<HTMLElement | null>, stepPx = 1, inPage = false): ScrollState {
  const [state, setState] = useState(NOWHERE);
  useEffect(() => {
    const content = element.current;
    if (!content) return;
    const port = scrollPort(content, inPage);
    const read = (): void => {
      const next = {
        topPx: Math.floor(scrolledPx(content, port) / stepPx) * stepPx,
        leftPx: content.scrollLeft,
        heightPx: port.clientHeight,
        widthPx: content.clientWidth,
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
    sizes.observe(content);
    if (port !== content) sizes.observe(port);
    port.addEventListener("scroll", read, { passive: true });
    return () => {
      sizes.disconnect();
      port.removeEventListener("scroll", read);
    };
  }, [element, stepPx, inPage]);
  return state;
}
