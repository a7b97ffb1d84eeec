import { HEAD_PX } from "./geometry.ts";
import { paintBody, paintHead } from "./paint.ts";
import type { Region, Scene, SceneDrag } from "./scene.ts";

/** Painted beyond the edges, so that scrolling shows what is already there and repaints come rarely. */
const MARGIN_PX = 256;

export interface ChartElements {
  readonly scroller: HTMLElement;
  readonly body: HTMLCanvasElement;
  readonly head: HTMLCanvasElement;
}

/** Whether what is in sight lies well inside what was painted. */
function covers(painted: Region | undefined, wanted: Region): boolean {
  if (!painted || painted.width !== wanted.width || painted.height !== wanted.height) return false;
  return Math.abs(painted.x - wanted.x) < MARGIN_PX * 0.6 && Math.abs(painted.y - wanted.y) < MARGIN_PX * 0.6;
}

/** Paints the chart once per frame at most: when the scene changes, and when scrolling comes near the edge of what was painted. */
export class ChartPainter {
  #elements: ChartElements | undefined;
  #scene: Scene | undefined;
  #listPx = 0;
  #painted: Region | undefined;
  #drag: SceneDrag | undefined;
  #frame = 0;
  #headFrame = 0;

  /** Begins to follow scrolling and size.
   *  @returns a function that ends it */
  mount(elements: ChartElements): () => void {
    this.#elements = elements;
    const onScroll = (): void => {
      const wanted = this.#region(elements.scroller);
      if (!covers(this.#painted, wanted)) this.#request();
      else if (wanted.viewX !== this.#painted?.viewX) this.#requestHead();
    };
    const sizes = new ResizeObserver(() => this.#request());
    sizes.observe(elements.scroller);
    elements.scroller.addEventListener("scroll", onScroll, { passive: true });
    void document.fonts.ready.then(() => this.#request());
    return () => {
      sizes.disconnect();
      elements.scroller.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(this.#frame);
      cancelAnimationFrame(this.#headFrame);
      this.#frame = 0;
      this.#headFrame = 0;
      this.#elements = undefined;
    };
  }

  update(scene: Scene, listPx: number): void {
    this.#scene = scene;
    this.#listPx = listPx;
    this.#request();
  }

  /** Shows a drag over the chart, or ends it. */
  show(drag: SceneDrag | undefined): void {
    this.#drag = drag;
    this.#request();
  }

  #region(scroller: HTMLElement): Region {
    return {
      viewX: scroller.scrollLeft,
      x: Math.max(0, Math.floor(scroller.scrollLeft - MARGIN_PX)),
      y: Math.max(0, Math.floor(scroller.scrollTop - MARGIN_PX)),
      width: Math.max(1, scroller.clientWidth - this.#listPx) + 2 * MARGIN_PX,
      height: Math.max(1, scroller.clientHeight - HEAD_PX) + 2 * MARGIN_PX,
    };
  }

  #request(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paint());
  }

  /** The names of months stay in sight, so the head follows each step sideways. */
  #requestHead(): void {
    this.#headFrame ||= requestAnimationFrame(() => {
      this.#headFrame = 0;
      if (!this.#elements || !this.#scene || this.#frame !== 0) return;
      const { scroller, head } = this.#elements;
      paintHead(head, this.#scene, this.#region(scroller));
      if (this.#painted) this.#painted = { ...this.#painted, viewX: scroller.scrollLeft };
    });
  }

  #paint(): void {
    this.#frame = 0;
    if (!this.#elements || !this.#scene) return;
    const { scroller, body, head } = this.#elements;
    this.#painted = this.#region(scroller);
    paintBody(body, this.#scene, this.#painted, this.#drag);
    paintHead(head, this.#scene, this.#painted);
  }
}
