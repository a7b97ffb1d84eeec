import { useDroppable } from "@dnd-kit/core";
import { useMessages } from "@yutu/i18n";
import { type ReactElement, type ReactNode, useEffect, useMemo, useRef } from "react";
import { offsetsOf, rowAt } from "../virtual/row-window.ts";
import { useScroll } from "../virtual/use-scroll.ts";
import { BoardCard } from "./board-card.tsx";
import type { BoardCell } from "./board-lists.ts";
import type { BoardColumn } from "./board-types.ts";
import { boardTexts } from "./messages.ts";

export const CARD_GAP_PX = 8;
const SPARE_PX = 600;
const SCROLL_STEP_PX = 64;

export interface BoardColumnProps<Card> {
  readonly cell: BoardCell;
  /** Draws the column's title above its cards; lanes share one row of titles. */
  readonly headed: boolean;
  readonly cards: readonly Card[];
  readonly keyOf: (card: Card) => string;
  readonly nameOf: (card: Card) => string;
  readonly heightOf: (card: Card) => number;
  readonly render: (card: Card) => ReactNode;
  /** Index of the card with the focus, if it is in this column. */
  readonly focusIndex: number | undefined;
  readonly boardHasFocus: boolean;
  readonly current: string | undefined;
  /** Card carried by keys. */
  readonly lifted: string | undefined;
  /** Index where a carried card would go. */
  readonly dropAt: number | undefined;
  readonly movable: boolean;
  readonly onFocus: (cardKey: string) => void;
  readonly onOpen: (cardKey: string) => void;
}

/** Title of a column with how many cards it holds. */
export function BoardHead({ column, count }: { readonly column: BoardColumn; readonly count: number }): ReactElement {
  const t = useMessages(boardTexts);
  const { limit } = column;
  const over = limit !== undefined && count > limit;
  const words =
    limit === undefined ? t.count({ count }) : over ? t.over({ count, limit }) : t.limited({ count, limit });
  return (
    <header className="yt-board-head">
      {column.mark}
      <h2 className="yt-ellipsis">{column.title}</h2>
      <span className="yt-board-count yt-figures" data-over={over} title={words}>
        <span aria-hidden="true">{limit === undefined ? count : `${count} / ${limit}`}</span>
        <span className="yt-hidden">{words}</span>
      </span>
      {column.action}
    </header>
  );
}

/** One list of cards: its own scroll, only cards in sight drawn. */
export function BoardColumnView<Card>(props: BoardColumnProps<Card>): ReactElement {
  const { cell, cards, keyOf, heightOf, focusIndex, boardHasFocus } = props;
  const { column, lane } = cell;
  const t = useMessages(boardTexts);
  const list = useRef<HTMLDivElement>(null);
  const { setNodeRef, isOver } = useDroppable({ id: cell.key });
  const { topPx, heightPx } = useScroll(list, SCROLL_STEP_PX);
  const tops = useMemo(() => offsetsOf(cards.map((card) => heightOf(card) + CARD_GAP_PX)), [cards, heightOf]);
  const from = rowAt(tops, topPx - SPARE_PX);
  const to = Math.min(cards.length, rowAt(tops, topPx + heightPx + SPARE_PX) + 1);
  useEffect(() => {
    const element = list.current;
    if (focusIndex === undefined || !boardHasFocus || !element) return;
    const top = tops[focusIndex] ?? 0;
    const bottom = tops[focusIndex + 1] ?? top;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: bottom - element.clientHeight });
  }, [focusIndex, boardHasFocus, tops]);
  return (
    <section
      ref={setNodeRef}
      className="yt-board-column"
      aria-label={lane ? `${lane.title} · ${column.title}` : column.title}
      data-over={isOver}
    >
      {props.headed && <BoardHead column={column} count={cards.length} />}
      <div ref={list} className="yt-board-list" data-column={cell.key}>
        {cards.length === 0 && props.headed && <p className="yt-board-empty">{t.empty}</p>}
        <div
          className="yt-board-space"
          role={cards.length > 0 ? "list" : undefined}
          style={{ height: tops[cards.length] ?? 0 }}
        >
          {cards.slice(from, to).map((card, offset) => {
            const index = from + offset;
            const key = keyOf(card);
            return (
              <BoardCard
                key={key}
                cardKey={key}
                name={props.nameOf(card)}
                topPx={tops[index] ?? 0}
                heightPx={heightOf(card)}
                place={index + 1}
                count={cards.length}
                focused={index === focusIndex}
                tabStop={index === (focusIndex ?? from)}
                boardHasFocus={boardHasFocus}
                current={key === props.current}
                lifted={key === props.lifted}
                movable={props.movable}
                onFocus={props.onFocus}
                onOpen={props.onOpen}
              >
                {props.render(card)}
              </BoardCard>
            );
          })}
        </div>
        {props.dropAt !== undefined && (
          <div
            className="yt-board-drop"
            style={{ transform: `translateY(${(tops[props.dropAt] ?? 0) - CARD_GAP_PX / 2}px)` }}
          />
        )}
      </div>
    </section>
  );
}
