import { DndContext, DragOverlay, pointerWithin } from "@dnd-kit/core";
import { useMessages } from "@yutu/i18n";
import { type ReactElement, useMemo, useRef, useState } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";
import "./board.css";
import { BoardColumnView, CARD_GAP_PX } from "./board-column.tsx";
import { type BoardCell, boardCells, boardLists } from "./board-lists.ts";
import { BoardLanes } from "./board-rows.tsx";
import type { BoardCards, CardMove } from "./board-types.ts";
import { boardTexts } from "./messages.ts";
import { useBoardDrag } from "./use-board-drag.ts";
import { useBoardKeys } from "./use-board-keys.ts";

export interface BoardProps<Card> extends BoardCards<Card> {
  /** Absent makes the board read-only. */
  readonly onMove?: (move: CardMove) => void;
  readonly onOpen?: (card: Card) => void;
  /** Key of the card whose details are open. */
  readonly current?: string;
}

const LIST_EDGE_PX = 8;

const NO_LANES: ReadonlySet<string> = new Set();

const nothing = (): undefined => undefined;
/** What the drag library would say names no card and knows one language; the board and its owner say it themselves. */
const SILENT = {
  announcements: {
    onDragStart: nothing,
    onDragMove: nothing,
    onDragOver: nothing,
    onDragEnd: nothing,
    onDragCancel: nothing,
  },
  screenReaderInstructions: { draggable: "" },
};

/** The lists of a board with their cards, and where things lie in them. */
function useLists<Card>({ columns, lanes, cards, columnOf, laneOf, keyOf, heightOf }: BoardCards<Card>) {
  const cells = useMemo(() => boardCells(columns, lanes), [columns, lanes]);
  const byCell = useMemo(
    () => boardLists(cells, { cards, columnOf, ...(lanes && laneOf ? { laneOf } : {}) }),
    [cells, lanes, cards, columnOf, laneOf],
  );
  const lists = cells.map(({ key }) => byCell.get(key) ?? []);
  const heightsOf = (cell: string): number[] => (byCell.get(cell) ?? []).map((card) => heightOf(card) + CARD_GAP_PX);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const inLane = (lane: number): readonly BoardCell[] =>
    cells.slice(lane * columns.length, (lane + 1) * columns.length);
  const countAll = (some: readonly BoardCell[]): number => sum(some.map(({ key }) => byCell.get(key)?.length ?? 0));
  return {
    cells,
    lists,
    heightsOf,
    keysOf: (cell: string) => (byCell.get(cell) ?? []).map(keyOf),
    countIn: (column: number) => countAll(cells.filter((_, at) => at % columns.length === column)),
    countOf: (lane: number) => countAll(inLane(lane)),
    contentPxOf: (lane: number) => Math.max(...inLane(lane).map(({ key }) => sum(heightsOf(key)))) + LIST_EDGE_PX,
  };
}

/** Everything a board does with its cards: the keyboard's focus, carrying by hand and by keys, opening. */
function useBoard<Card>(props: BoardProps<Card>) {
  const { columns, cards, keyOf, nameOf, onMove, onOpen } = props;
  const board = useRef<HTMLDivElement>(null);
  const all = useLists(props);
  const { cells, lists } = all;
  const [closed, setClosed] = useState<ReadonlySet<string>>(NO_LANES);
  const isClosed = (cell: number): boolean => closed.has(cells[cell]?.lane?.key ?? "");
  const keys = useBoardKeys({ cells, columns: columns.length, isClosed, lists, keyOf, nameOf, onMove, onOpen });
  const drag = useBoardDrag(board, cells, all.keysOf, all.heightsOf, onMove);
  const find = (key: string | undefined): Card | undefined =>
    key === undefined ? undefined : cards.find((card) => keyOf(card) === key);
  const focusCard = useStableCallback((key: string) => {
    const cell = lists.findIndex((list) => list.some((card) => keyOf(card) === key));
    const index = lists[cell]?.findIndex((card) => keyOf(card) === key) ?? 0;
    if (cell !== -1) keys.setFocus({ cell, index });
  });
  const open = useStableCallback((key: string) => {
    const card = find(key);
    if (card) onOpen?.(card);
  });
  const { focus, moving } = keys;
  /** Index for the line, the moving card still counted where it lies. */
  const lineAt = (cell: number): number | undefined => {
    if (drag.place) return drag.place.cell === cells[cell]?.key ? drag.place.index : undefined;
    if (moving?.place.cell !== cell) return undefined;
    return cell === focus.cell && moving.place.index > focus.index ? moving.place.index + 1 : moving.place.index;
  };
  const toggle = (lane: string): void =>
    setClosed((before) => new Set(before.has(lane) ? [...before].filter((each) => each !== lane) : [...before, lane]));
  return { ...all, board, keys, drag, focusCard, open, lineAt, closed, toggle, carriedCard: find(drag.carried) };
}

/**
 * Cards in columns, and in lanes when given, moved by mouse, by finger (hold first) or by keys (M, arrows, Enter).
 * Thousands of cards: only those in sight are drawn. Plain data in, moves out; whether a move is allowed is the owner's
 * business. `heightOf` and `keyOf` must keep their identity between renders.
 */
export function Board<Card>(props: BoardProps<Card>): ReactElement {
  const { columns, lanes, keyOf, nameOf, heightOf, render, onMove } = props;
  const t = useMessages(boardTexts);
  const [hasFocus, setHasFocus] = useState(false);
  const { cells, lists, board, keys, drag, carriedCard, ...place } = useBoard(props);
  const list = (at: number): ReactElement | undefined => {
    const cell = cells[at];
    return (
      cell && (
        <BoardColumnView
          key={cell.key}
          cell={cell}
          headed={!lanes}
          cards={lists[at] ?? []}
          keyOf={keyOf}
          nameOf={nameOf}
          heightOf={heightOf}
          render={render}
          focusIndex={keys.focus.cell === at ? keys.focus.index : undefined}
          boardHasFocus={hasFocus}
          current={props.current}
          lifted={keys.moving?.cardKey}
          dropAt={place.lineAt(at)}
          movable={onMove !== undefined}
          onFocus={place.focusCard}
          onOpen={place.open}
        />
      )
    );
  };
  const row = (lane: number) => columns.map((_, at) => list(lane * columns.length + at));
  return (
    <DndContext
      sensors={drag.sensors}
      collisionDetection={pointerWithin}
      accessibility={SILENT}
      onDragStart={drag.onDragStart}
      onDragMove={drag.onDragMove}
      onDragEnd={drag.onDragEnd}
      onDragCancel={drag.onDragCancel}
    >
      <div
        ref={board}
        className="yt-board"
        role="group"
        aria-label={props.label}
        aria-description={t.hint}
        data-lanes={lanes !== undefined}
        onKeyDown={keys.onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={(event) => setHasFocus(event.currentTarget.contains(event.relatedTarget))}
      >
        {lanes ? <BoardLanes columns={columns} lanes={lanes} row={row} {...place} /> : row(0)}
      </div>
      <p className="yt-hidden" role="status">
        {keys.said}
      </p>
      <DragOverlay dropAnimation={null}>
        {carriedCard && (
          <div className="yt-board-card yt-board-carried" style={{ height: heightOf(carriedCard) }}>
            {render(carriedCard)}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
