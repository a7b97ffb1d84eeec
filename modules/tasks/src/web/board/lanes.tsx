import { useMessages } from "@yutu/i18n";
import { Board, type BoardProps, ChevronDownIcon, ChevronRightIcon } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { type GroupNames, groupKey, groupName, inGroups } from "../list/group-tasks.ts";
import type { BoardState } from "../list/list-state.ts";
import type { TaskRow } from "../task-row.ts";
import "./board.css";
import { boardTexts } from "./messages.ts";

interface Props extends Omit<BoardProps<TaskRow>, "cards"> {
  readonly rows: readonly TaskRow[];
  readonly lane: Exclude<BoardState["lane"], "none">;
  readonly names: GroupNames;
}

/** The board cut into lanes, one below the other; a card moves within its lane. */
export function Lanes({ rows, lane, names, ...board }: Props): ReactElement {
  const t = useMessages(boardTexts);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const keys = [...new Set(inGroups(rows, lane, names).map((row) => groupKey(row, lane)))];
  const toggle = (key: string): void =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <div className="tk-lanes">
      {keys.map((key) => {
        const cards = rows.filter((row) => groupKey(row, lane) === key);
        const name = groupName(key, cards, lane, names);
        const open = !closed.has(key);
        const Icon = open ? ChevronDownIcon : ChevronRightIcon;
        return (
          <section key={key} aria-label={name}>
            <button
              type="button"
              className="yt-plain tk-lane-head"
              aria-expanded={open}
              aria-label={`${open ? t.close : t.open} ${name}`}
              onClick={() => toggle(key)}
            >
              <Icon width={13} height={13} />
              {name} <span className="yt-figures">{cards.length}</span>
            </button>
            {open && (
              <div className="tk-lane-board">
                <Board {...board} label={name} cards={cards} />
              </div>
            )}
          </section>
        );
      })}
    </div>
  );
}
