export type Side = "bottom" | "top";

const GAP = 4;
const EDGE = 8;

/** Puts a floating element beside its anchor in the window, on the other side where there is no room, never off the edge. */
export function placeBeside(floating: HTMLElement, anchor: HTMLElement, side: Side, align: "start" | "end"): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { innerWidth, innerHeight } = window;
  const below = at.bottom + GAP;
  const above = at.top - GAP - height;
  const fitsBelow = below + height <= innerHeight - EDGE;
  const top = side === "bottom" ? (fitsBelow || above < EDGE ? below : above) : above >= EDGE ? above : below;
  const left = align === "start" ? at.left : at.right - width;
  floating.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
  floating.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
}
