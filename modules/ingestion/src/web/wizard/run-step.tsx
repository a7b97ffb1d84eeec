import { useMessages } from "@yutu/i18n";
import { AppLink, ProblemNotice, Skeleton, useGo, useOperation } from "@yutu/ui";
import { Button, Progress } from "antd";
import type { ReactElement } from "react";
import { ingestion } from "../../contract/index.ts";
import { isMoving } from "../../domain/import-state.ts";
import { type Import, ImportActions } from "../imports/import-actions.tsx";
import { ImportTotals } from "../imports/import-totals.tsx";
import { ingestionTexts } from "../messages.ts";
import { MissingRates } from "./missing-rates.tsx";

const POLL_MS = 700;

/** Where the rows that were taken in are seen: in their project, or on the dashboard over their own days. */
function SeeData({ item }: { readonly item: Import }): ReactElement {
  const t = useMessages(ingestionTexts);
  const go = useGo();
  const { firstOn, lastOn } = item.result ?? {};
  const days = firstOn && lastOn ? { dates: [firstOn, lastOn] } : { range: "all" };
  const path = item.projectId ? `/projects/${item.projectId}/data` : "/data";
  return (
    <Button type="primary" onClick={() => go(path, { search: days })}>
      {t.seeData}
    </Button>
  );
}

/** Third and last step: the dry run's totals, the decision, and the result. */
export function RunStep({
  importId,
  onAnother,
}: {
  readonly importId: string;
  readonly onAnother: () => void;
}): ReactElement {
  const t = useMessages(ingestionTexts);
  const { data, problem } = useOperation(
    ingestion.getImport,
    { params: { importId } },
    { everyMs: POLL_MS, live: ["import"] },
  );
  if (problem) return <ProblemNotice problem={problem} />;
  if (!data) return <Skeleton rows={4} />;
  const totals = data.result ?? data.checked;
  return (
    <>
      <h2 className="in-section">
        {data.fileName} · {t.states[data.state]}
      </h2>
      {isMoving(data.state) && (
        <Progress percent={Math.round(data.progress.share * 100)} aria-label={t.states[data.state]} />
      )}
      {data.error && <p className="in-bad">{data.error}</p>}
      {totals && <ImportTotals totals={totals} />}
      {totals && <MissingRates totals={totals} />}
      <div className="in-actions">
        <ImportActions item={data} />
        {data.openRows > 0 && <AppLink to={`/data/quarantine?importId=${data.id}`}>{t.seeQuarantine}</AppLink>}
        {data.state === "done" && <SeeData item={data} />}
        {!isMoving(data.state) && data.state !== "checked" && <Button onClick={onAnother}>{t.another}</Button>}
      </div>
    </>
  );
}
