import { useMessages } from "@yutu/i18n";
import { useToday } from "@yutu/projects/web";
import { GroupTabs, PageHeader, ProblemNotice, Skeleton, useOperation, usePhone, useUrlState } from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { z } from "zod";
import { insights } from "../../contract/index.ts";
import { NoData, QuietWindow, useHasFacts } from "../figures/no-data.tsx";
import { WindowChips } from "../figures/window-chips.tsx";
import { questionOf, windowState } from "../figures/window-state.ts";
import { RowsPeek } from "../rows/rows-peek.tsx";
import { useDrill } from "../rows/use-drill.ts";
import type { Question } from "../types.ts";
import "./board.css";
import { LayoutEditor } from "./layout-editor.tsx";
import { boardTexts } from "./messages.ts";
import { TileView } from "./tile-view.tsx";

const boardState = windowState.extend({ reader: z.enum(["executive", "channel"]).default("executive") });
type BoardState = z.output<typeof boardState>;

function Tiles({
  question,
  reader,
  editing,
  onDone,
}: {
  readonly question: Question;
  readonly reader: BoardState["reader"];
  readonly editing: boolean;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages(boardTexts);
  const [drill, setDrill] = useDrill();
  const { data, problem, reload } = useOperation(insights.getDashboard, { query: { reader } });
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Skeleton />;
  if (editing) return <LayoutEditor key={reader} dashboard={data} onDone={onDone} />;
  return (
    <>
      <div className="in-tiles">
        {data.tiles.map((tile, i) => (
          <TileView key={`${reader} ${i}`} tile={tile} label={t.strip} question={question} onDrill={setDrill} />
        ))}
      </div>
      <RowsPeek question={question} drill={drill} onClose={() => setDrill(undefined)} />
    </>
  );
}

/** Dashboards of the workspace by reader, over every project the person may see. */
export default function Board(): ReactElement {
  const t = useMessages(boardTexts);
  const phone = usePhone();
  const today = useToday();
  const [state, setState] = useUrlState(boardState);
  const [editing, setEditing] = useState(false);
  const question = useMemo(() => questionOf(state, today), [state, today]);
  const facts = useHasFacts(question);
  const { data: dashboard } = useOperation(insights.getDashboard, { query: { reader: state.reader } });
  const readers = (["executive", "channel"] as const).map((value) => ({ value, label: t.readers[value] }));
  const mayEdit = dashboard?.abilities.edit === true && !phone && facts?.ever === true;
  return (
    <>
      <PageHeader
        title={t.title}
        tabs={<GroupTabs group="insights" />}
        action={mayEdit && <Button onClick={() => setEditing(!editing)}>{editing ? t.cancel : t.edit}</Button>}
      />
      {facts && !facts.ever ? (
        <NoData />
      ) : (
        <div className="in-page">
          <div className="in-page-main">
            <WindowChips
              state={state}
              onChange={setState}
              leading={
                <Segmented
                  size="small"
                  options={readers}
                  value={state.reader}
                  onChange={(reader) => setState({ reader })}
                />
              }
            />
            {facts && !facts.now && !editing ? (
              <QuietWindow onShowAll={() => setState({ range: "all", dates: [] })} />
            ) : (
              <Tiles question={question} reader={state.reader} editing={editing} onDone={() => setEditing(false)} />
            )}
          </div>
        </div>
      )}
    </>
  );
}
