import { useMessages } from "@yutu/i18n";
import { type KeyboardEvent, useState } from "react";
import { isComposingKey } from "../keyboard/chord.ts";
import { type Arrow, type BoardCell, type BoardPlace, moveInto, stepPlace } from "./board-lists.ts";
import type { CardMove } from "./board-types.ts";
import { boardTexts } from "./messages.ts";

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  k: "up",
  j: "down",
};
const DROPS: ReadonlySet<string> = new Set(["Enter", " ", "m"]);

interface KeyContext<Card> {
  readonly cells: readonly BoardCell[];
  /** How many lists a lane has. */
  readonly columns: number;
  /** Whether the lane of a list is folded away. */
  readonly isClosed: (cell: number) => boolean;
  readonly lists: readonly (readonly Card[])[];
  readonly keyOf: (card: Card) => string;
  readonly nameOf: (card: Card) => string;
  readonly onMove: ((move: CardMove) => void) | undefined;
  readonly onOpen: ((card: Card) => void) | undefined;
}

interface Moving {
  readonly cardKey: string;
  readonly place: BoardPlace;
}

export interface BoardKeys {
  readonly focus: BoardPlace;
  readonly setFocus: (focus: BoardPlace) => void;
  /** Card being moved by keys and where it would go. */
  readonly moving: Moving | undefined;
  /** For the live region. */
  readonly said: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The move that puts a carried card down, the other cards of the list counted without it. */
function moveDown<Card>({ cells, lists, keyOf }: KeyContext<Card>, { cardKey, place }: Moving): CardMove | undefined {
  const cell = cells[place.cell];
  const others = (lists[place.cell] ?? []).filter((each) => keyOf(each) !== cardKey);
  const following = others[place.index];
  return cell && moveInto(cell, cardKey, following ? keyOf(following) : null);
}

interface Carry<Card> {
  readonly moving: Moving | undefined;
  readonly said: string;
  readonly to: (place: BoardPlace, card: Card) => void;
  readonly drop: (moving: Moving, card: Card) => void;
  readonly cancel: () => void;
}

/** A card in the hand of the keyboard, and what is said about it. */
function useCarry<Card>(
  context: KeyContext<Card>,
  focus: BoardPlace,
  setFocus: (focus: BoardPlace) => void,
): Carry<Card> {
  const { cells, nameOf, keyOf, onMove } = context;
  const t = useMessages(boardTexts);
  const [moving, setMoving] = useState<Moving>();
  const [said, setSaid] = useState("");
  const titleOf = ({ cell }: BoardPlace): string => {
    const { column, lane } = cells[cell] ?? {};
    return [lane?.title, column?.title].filter(Boolean).join(" · ");
  };
  return {
    moving,
    said,
    to: (place, card) => {
      setMoving({ cardKey: keyOf(card), place });
      setSaid(t.moving({ name: nameOf(card), column: titleOf(place), place: place.index + 1 }));
    },
    drop: (held, card) => {
      const move = moveDown(context, held);
      const { place } = held;
      setMoving(undefined);
      setSaid(t.moved({ name: nameOf(card), column: titleOf(place) }));
      setFocus(place);
      if (move && (place.cell !== focus.cell || place.index !== focus.index)) onMove?.(move);
    },
    cancel: () => {
      setMoving(undefined);
      setSaid(t.cancelled);
    },
  };
}

/** Arrows walk the cards; M picks one up, arrows carry it, Enter drops it and Escape leaves it where it was. */
export function useBoardKeys<Card>(context: KeyContext<Card>): BoardKeys {
  const { columns, isClosed, lists, onMove, onOpen } = context;
  const [focus, setFocus] = useState<BoardPlace>({ cell: 0, index: 0 });
  const carry = useCarry(context, focus, setFocus);
  const { moving } = carry;
  const card = lists[focus.cell]?.[focus.index];
  const whileMoving = (key: string, held: Moving, carried: Card): boolean => {
    const arrow = ARROWS[key];
    const counts = lists.map((list) => list.filter((each) => each !== carried).length);
    if (arrow) carry.to(stepPlace(held.place, arrow, { counts, columns, isClosed }), carried);
    else if (DROPS.has(key)) carry.drop(held, carried);
    else if (key === "Escape") carry.cancel();
    else return false;
    return true;
  };
  const whileWalking = (key: string): boolean => {
    const arrow = ARROWS[key];
    const counts = lists.map((list) => Math.max(0, list.length - 1));
    if (arrow) setFocus(stepPlace(focus, arrow, { counts, columns, isClosed }));
    else if (key === "Enter" && card) onOpen?.(card);
    else if (key === "m" && card && onMove) carry.to(focus, card);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (isComposingKey(event.nativeEvent) || event.metaKey || event.ctrlKey || event.altKey) return;
    if (!(target instanceof HTMLElement) || target.dataset["card"] === undefined) return;
    if (moving && card ? whileMoving(key, moving, card) : whileWalking(key)) event.preventDefault();
  };
  return { focus, setFocus, moving, said: carry.said, onKeyDown };
}
