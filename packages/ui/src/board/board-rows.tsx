import { useMessages } from "@yutu/i18n";
import type { ReactElement, ReactNode } from "react";
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
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Lane({ lane, count, contentPx, open, onToggle, children }: LaneProps): ReactElement {
  const t = useMessages(boardTexts);
  const Icon = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="yt-board-lane" aria-label={lane.title}>
      <button
        type="button"
        className="yt-plain yt-board-lane-head"
        aria-expanded={open}
        aria-label={`${open ? t.close : t.open} ${lane.title}`}
        onClick={onToggle}
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
  /** Keys of the lanes that are folded away. */
  readonly closed: ReadonlySet<string>;
  readonly toggle: (lane: string) => void;
  readonly row: (lane: number) => ReactNode;
}

/** One row of titles, and below it the lanes; a card can be carried from any to any other. */
export function BoardLanes(props: LanesProps): ReactElement {
  const { columns, lanes, countIn, countOf, contentPxOf, closed, toggle, row } = props;
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
        <Lane
          key={lane.key}
          lane={lane}
          count={countOf(at)}
          contentPx={contentPxOf(at)}
          open={!closed.has(lane.key)}
          onToggle={() => toggle(lane.key)}
        >
          {row(at)}
        </Lane>
      ))}
    </div>
  );
}
