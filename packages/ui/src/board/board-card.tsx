import { useDraggable } from "@dnd-kit/core";
import { memo, type ReactElement, type ReactNode, useEffect, useRef } from "react";

export interface BoardCardProps {
  readonly cardKey: string;
  readonly name: string;
  readonly topPx: number;
  readonly heightPx: number;
  readonly place: number;
  readonly count: number;
  /** The card that has, or would have, the board's focus. */
  readonly focused: boolean;
  /** Where Tab lands in this column. */
  readonly tabStop: boolean;
  readonly boardHasFocus: boolean;
  readonly current: boolean;
  readonly lifted: boolean;
  readonly movable: boolean;
  readonly onFocus: (cardKey: string) => void;
  readonly onOpen: (cardKey: string) => void;
  readonly children: ReactNode;
}

const INTERACTIVE = "a, button, input, select, textarea, label";

function Card(props: BoardCardProps): ReactElement {
  const { cardKey, focused, boardHasFocus } = props;
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: cardKey, disabled: !props.movable });
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused && boardHasFocus) element.current?.focus({ preventScroll: true });
  }, [focused, boardHasFocus]);
  return (
    <div
      ref={(node) => {
        element.current = node;
        setNodeRef(node);
      }}
      {...listeners}
      className="yt-board-card"
      data-card={cardKey}
      data-current={props.current}
      data-lifted={props.lifted || isDragging}
      style={{ transform: `translateY(${props.topPx}px)`, height: props.heightPx }}
      role="listitem"
      tabIndex={props.tabStop ? 0 : -1}
      aria-label={props.name}
      aria-posinset={props.place}
      aria-setsize={props.count}
      onFocus={(event) => {
        if (event.target === event.currentTarget) props.onFocus(cardKey);
      }}
      onClick={(event) => {
        if (!(event.target as Element).closest(INTERACTIVE)) props.onOpen(cardKey);
      }}
    >
      {props.children}
    </div>
  );
}

/** A card at its place in a column. */
export const BoardCard = memo(Card);
