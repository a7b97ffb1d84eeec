import { DndContext, DragOverlay, pointerWithin } from "@dnd-kit/core";
import { useMessages } from "@yutu/i18n";
import { type ReactElement, useMemo, useRef, useState } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";
import "./board.css";
import { BoardColumnView, CARD_GAP_PX } from "./board-column.tsx";
import { boardLists } from "./board-lists.ts";
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

/**
 * Cards in columns, moved by mouse, by finger (hold first) or by keys (M, arrows, Enter). Thousands of cards: only those in
 * sight are drawn. Plain data in, moves out; whether a move is allowed is the owner's business.
 * `heightOf` and `keyOf` must keep their identity between renders.
 */
export function Board<Card>(props: BoardProps<Card>): ReactElement {
  const { columns, cards, keyOf, columnOf, nameOf, heightOf, render, onMove, onOpen } = props;
  const t = useMessages(boardTexts);
  const board = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const lists = useMemo(() => boardLists({ columns, cards, columnOf }), [columns, cards, columnOf]);
  const ordered = columns.map((column) => lists.get(column.key) ?? []);
  const keys = useBoardKeys({ columns, lists: ordered, keyOf, nameOf, onMove, onOpen });
  const drag = useBoardDrag(
    board,
    (column) => (lists.get(column) ?? []).map(keyOf),
    (column) => (lists.get(column) ?? []).map((card) => heightOf(card) + CARD_GAP_PX),
    onMove,
  );
  const find = (key: string | undefined): Card | undefined =>
    key === undefined ? undefined : cards.find((card) => keyOf(card) === key);
  const focusCard = useStableCallback((key: string) => {
    const column = ordered.findIndex((list) => list.some((card) => keyOf(card) === key));
    const index = ordered[column]?.findIndex((card) => keyOf(card) === key) ?? 0;
    if (column !== -1) keys.setFocus({ column, index });
  });
  const open = useStableCallback((key: string) => {
    const card = find(key);
    if (card) onOpen?.(card);
  });
  const carriedCard = find(drag.carried);
  const { focus, moving } = keys;
  /** Index for the line, the moving card still counted where it lies. */
  const lineAt = (column: number): number | undefined => {
    if (drag.place) return drag.place.column === columns[column]?.key ? drag.place.index : undefined;
    if (moving?.place.column !== column) return undefined;
    return column === focus.column && moving.place.index > focus.index ? moving.place.index + 1 : moving.place.index;
  };
  return (
    <DndContext
      sensors={drag.sensors}
      collisionDetection={pointerWithin}
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
        onKeyDown={keys.onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={(event) => setHasFocus(event.currentTarget.contains(event.relatedTarget))}
      >
        {columns.map((column, at) => (
          <BoardColumnView
            key={column.key}
            column={column}
            cards={ordered[at] ?? []}
            keyOf={keyOf}
            nameOf={nameOf}
            heightOf={heightOf}
            render={render}
            focusIndex={focus.column === at ? focus.index : undefined}
            boardHasFocus={hasFocus}
            current={props.current}
            lifted={moving?.cardKey}
            dropAt={lineAt(at)}
            movable={onMove !== undefined}
            onFocus={focusCard}
            onOpen={open}
          />
        ))}
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
