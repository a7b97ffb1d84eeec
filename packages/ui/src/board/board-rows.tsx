import { useMessages } from "@yutu/i18n";
import { type ReactElement, type ReactNode, useState } from "react";
import { ChevronDownIcon, ChevronRightIcon } from "../icons/icons.tsx";
import { BoardHead } from "./board-column.tsx";
import type { BoardColumn, BoardLane } from "./board-types.ts";
import { boardTexts } from "./messages.ts";

const LEAST_PX = 76;
const MOST_PX = 380;

interface LaneProps {
  readonly lane: BoardLane;
  readonly count: number;
  /** Height of its longest list of cards. */
  readonly contentPx: number;
  readonly children: ReactNode;
}

function Lane({ lane, count, contentPx, children }: LaneProps): ReactElement {
  const t = useMessages(boardTexts);
  const [open, setOpen] = useState(true);
  const Icon = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="yt-board-lane" aria-label={lane.title}>
      <button
        type="button"
        className="yt-plain yt-board-lane-head"
        aria-expanded={open}
        aria-label={`${open ? t.close : t.open} ${lane.title}`}
        onClick={() => setOpen((before) => !before)}
      >
        <Icon width={13} height={13} />
        {lane.mark}
        {lane.title} <span className="yt-figures">{count}</span>
      </button>
      {open && (
        <div className="yt-board-row" style={{ height: Math.max(LEAST_PX, Math.min(MOST_PX, contentPx)) }}>
          {children}
        </div>
      )}
    </section>
  );
}

interface LanesProps {
  readonly columns: readonly BoardColumn[];
  readonly lanes: readonly BoardLane[];
  /** Cards of a column in all lanes. */
  readonly countIn: (column: number) => number;
  readonly countOf: (lane: number) => number;
  readonly contentPxOf: (lane: number) => number;
  readonly row: (lane: number) => ReactNode;
}

/** One row of titles, and below it the lanes; a card can be carried from any to any other. */
export function BoardLanes({ columns, lanes, countIn, countOf, contentPxOf, row }: LanesProps): ReactElement {
  return (
    <div className="yt-board-lanes">
      <div className="yt-board-row yt-board-heads">
        {columns.map((column, at) => (
          <div key={column.key} className="yt-board-column">
            <BoardHead column={column} count={countIn(at)} />
          </div>
        ))}
      </div>
      {lanes.map((lane, at) => (
        <Lane key={lane.key} lane={lane} count={countOf(at)} contentPx={contentPxOf(at)}>
          {row(at)}
        </Lane>
      ))}
    </div>
  );
}
