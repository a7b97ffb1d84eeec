import type { ReactNode } from "react";

export interface BoardColumn {
  readonly key: string;
  readonly title: string;
  /** A ring or badge before the title. */
  readonly mark?: ReactNode;
  /** Most cards that should be here at once (work in progress). */
  readonly limit?: number;
  /** At the end of the head: a button to add. */
  readonly action?: ReactNode;
}

/** A row of the board, cut through all columns: one person's cards, or one phase's. */
export interface BoardLane {
  readonly key: string;
  readonly title: string;
  /** A face or badge before the title. */
  readonly mark?: ReactNode;
}

/** Where a card goes: into a column and lane, before a card or at its end. */
export interface CardMove {
  readonly cardKey: string;
  readonly column: string;
  /** Absent on a board without lanes. */
  readonly lane?: string;
  readonly before: string | null;
}

export interface BoardCards<Card> {
  readonly label: string;
  readonly columns: readonly BoardColumn[];
  /** In their order; absent for a board of columns alone. */
  readonly lanes?: readonly BoardLane[];
  /** Lane of a card, where there are lanes. */
  readonly laneOf?: (card: Card) => string;
  /** In the order of the columns' lists. */
  readonly cards: readonly Card[];
  readonly keyOf: (card: Card) => string;
  readonly columnOf: (card: Card) => string;
  /** Name of a card for those who hear it. */
  readonly nameOf: (card: Card) => string;
  /** Height of a drawn card in px; cards never grow on their own. */
  readonly heightOf: (card: Card) => number;
  readonly render: (card: Card) => ReactNode;
}
