import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { ChartPainter } from "./chart-painter.ts";
import type { Scene, SceneDrag } from "./scene.ts";

export interface Canvases {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLCanvasElement | null>;
  readonly head: RefObject<HTMLCanvasElement | null>;
}

/** Keeps the painting in step with the scene.
 *  @returns a function that shows a drag, or ends it */
export function usePainter(
  { scroller, body, head }: Canvases,
  scene: Scene,
  listPx: number,
): (drag: SceneDrag | undefined) => void {
  const [painter] = useState(() => new ChartPainter());
  useLayoutEffect(() => painter.update(scene, listPx), [painter, scene, listPx]);
  useEffect(() => {
    if (!scroller.current || !body.current || !head.current) return;
    return painter.mount({ scroller: scroller.current, body: body.current, head: head.current });
  }, [painter, scroller, body, head]);
  return useCallback((drag) => painter.show(drag), [painter]);
}
