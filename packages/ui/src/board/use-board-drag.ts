import {
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  MouseSensor,
  type SensorDescriptor,
  type SensorOptions,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import { offsetsOf } from "../virtual/row-window.ts";
import { type BoardCell, dropIndex, moveTo } from "./board-lists.ts";
import type { CardMove } from "./board-types.ts";

const MOUSE_DISTANCE_PX = 4;
const TOUCH_DELAY_MS = 220;
const TOUCH_TOLERANCE_PX = 8;

export interface DropPlace {
  /** Key of the list. */
  readonly cell: string;
  readonly index: number;
}

export interface BoardDrag {
  readonly sensors: SensorDescriptor<SensorOptions>[];
  /** Card in the hand. */
  readonly carried: string | undefined;
  readonly place: DropPlace | undefined;
  readonly onDragStart: (event: DragStartEvent) => void;
  readonly onDragMove: (event: DragMoveEvent) => void;
  readonly onDragEnd: (event: DragEndEvent) => void;
  readonly onDragCancel: () => void;
}

/** Where the pointer is, whatever kind it is; the drag library reports only how far it went. */
function usePointerY(): RefObject<number> {
  const y = useRef(0);
  useEffect(() => {
    const byPointer = (event: PointerEvent): void => {
      y.current = event.clientY;
    };
    const byTouch = (event: TouchEvent): void => {
      y.current = event.touches[0]?.clientY ?? y.current;
    };
    window.addEventListener("pointermove", byPointer, { passive: true });
    window.addEventListener("touchmove", byTouch, { passive: true });
    return () => {
      window.removeEventListener("pointermove", byPointer);
      window.removeEventListener("touchmove", byTouch);
    };
  }, []);
  return y;
}

/**
 * Dragging cards with mouse or finger.
 * @param board holds the scrolling lists, marked with `data-column` and the key of their cell
 * @param cells all lists that a card can be dropped on
 * @param keysOf cards of a list in order
 * @param heightsOf their heights with the gap below each
 */
export function useBoardDrag(
  board: RefObject<HTMLElement | null>,
  cells: readonly BoardCell[],
  keysOf: (cell: string) => readonly string[],
  heightsOf: (cell: string) => readonly number[],
  onMove: ((move: CardMove) => void) | undefined,
): BoardDrag {
  const pointerY = usePointerY();
  const [carried, setCarried] = useState<string>();
  const [place, setPlace] = useState<DropPlace>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: MOUSE_DISTANCE_PX } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY_MS, tolerance: TOUCH_TOLERANCE_PX } }),
  );
  const end = (): void => {
    setCarried(undefined);
    setPlace(undefined);
  };
  return {
    sensors,
    carried,
    place,
    onDragStart: ({ active }) => setCarried(String(active.id)),
    onDragMove: ({ over }) => {
      const cell = over ? String(over.id) : undefined;
      const list = cell && board.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(cell)}"]`);
      if (!cell || !list) {
        setPlace(undefined);
        return;
      }
      const y = pointerY.current - list.getBoundingClientRect().top + list.scrollTop;
      const index = dropIndex(offsetsOf(heightsOf(cell)), y);
      setPlace((before) => (before?.cell === cell && before.index === index ? before : { cell, index }));
    },
    onDragEnd: ({ active }) => {
      const cell = place && cells.find((each) => each.key === place.cell);
      const move = cell && moveTo(keysOf(place.cell), String(active.id), cell, place.index);
      end();
      if (move) onMove?.(move);
    },
    onDragCancel: end,
  };
}
