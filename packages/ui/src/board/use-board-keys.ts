import { useMessages } from "@yutu/i18n";
import { type KeyboardEvent, useState } from "react";
import { isComposingKey } from "../keyboard/chord.ts";
import { type Arrow, type BoardPlace, stepPlace } from "./board-lists.ts";
import type { BoardColumn, CardMove } from "./board-types.ts";
import { boardTexts } from "./messages.ts";

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};
const LETTERS: Readonly<Record<string, Arrow>> = { k: "up", j: "down" };

export interface BoardFocus {
  readonly column: number;
  readonly index: number;
}

interface KeyContext<Card> {
  readonly columns: readonly BoardColumn[];
  readonly lists: readonly (readonly Card[])[];
  readonly keyOf: (card: Card) => string;
  readonly nameOf: (card: Card) => string;
  readonly onMove: ((move: CardMove) => void) | undefined;
  readonly onOpen: ((card: Card) => void) | undefined;
}

export interface BoardKeys {
  readonly focus: BoardFocus;
  readonly setFocus: (focus: BoardFocus) => void;
  /** Card being moved by keys and where it would go. */
  readonly moving: { readonly cardKey: string; readonly place: BoardPlace } | undefined;
  /** For the live region. */
  readonly said: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Arrows walk the cards; M picks one up, arrows carry it, Enter drops it and Escape leaves it where it was. */
export function useBoardKeys<Card>(context: KeyContext<Card>): BoardKeys {
  const { columns, lists, keyOf, nameOf, onMove, onOpen } = context;
  const t = useMessages(boardTexts);
  const [focus, setFocus] = useState<BoardFocus>({ column: 0, index: 0 });
  const [moving, setMoving] = useState<BoardKeys["moving"]>();
  const [said, setSaid] = useState("");
  const card = lists[focus.column]?.[focus.index];

  const carry = (place: BoardPlace, carried: Card): void => {
    setMoving({ cardKey: keyOf(carried), place });
    setSaid(t.moving({ name: nameOf(carried), column: columns[place.column]?.title ?? "", place: place.index + 1 }));
  };
  const drop = (place: BoardPlace, carried: Card): void => {
    const cardKey = keyOf(carried);
    const others = (lists[place.column] ?? []).filter((each) => keyOf(each) !== cardKey);
    const following = others[place.index];
    const column = columns[place.column];
    setMoving(undefined);
    if (!column) return;
    setSaid(t.moved({ name: nameOf(carried), column: column.title }));
    setFocus({ column: place.column, index: place.index });
    if (place.column !== focus.column || place.index !== focus.index) {
      onMove?.({ cardKey, column: column.key, before: following ? keyOf(following) : null });
    }
  };
  const whileMoving = (key: string, place: BoardPlace, carried: Card): boolean => {
    const arrow = ARROWS[key] ?? LETTERS[key];
    if (arrow) {
      const counts = lists.map((list) => list.filter((each) => each !== carried).length);
      carry(stepPlace(place, arrow, counts), carried);
    } else if (key === "Enter" || key === " " || key === "m") drop(place, carried);
    else if (key === "Escape") {
      setMoving(undefined);
      setSaid(t.cancelled);
    } else return false;
    return true;
  };
  const whileWalking = (key: string): boolean => {
    const arrow = ARROWS[key] ?? LETTERS[key];
    if (arrow)
      setFocus(
        stepPlace(
          focus,
          arrow,
          lists.map((list) => Math.max(0, list.length - 1)),
        ),
      );
    else if (key === "Enter" && card) onOpen?.(card);
    else if (key === "m" && card && onMove) carry(focus, card);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (isComposingKey(event.nativeEvent) || event.metaKey || event.ctrlKey || event.altKey) return;
    if (!(target instanceof HTMLElement) || target.dataset["card"] === undefined) return;
    const used = moving && card ? whileMoving(key, moving.place, card) : whileWalking(key);
    if (used) event.preventDefault();
  };
  return { focus, setFocus, moving, said, onKeyDown };
}
