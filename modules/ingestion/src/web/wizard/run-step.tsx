import { useMessages } from "@yutu/i18n";
import { AppLink, ProblemNotice, Skeleton, useOperation } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { ingestion } from "../../contract/index.ts";
import { isMoving } from "../../domain/import-state.ts";
import { ImportActions } from "../imports/import-actions.tsx";
import { ImportProgress } from "../imports/import-progress.tsx";
import { ImportTotals } from "../imports/import-totals.tsx";
import { ingestionTexts } from "../messages.ts";
import { MissingRates } from "./missing-rates.tsx";

const POLL_MS = 700;

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
      <ImportProgress item={data} />
      {data.error && <p className="in-bad">{data.error}</p>}
      {totals && <ImportTotals totals={totals} kind={data.kind} />}
      {totals && <MissingRates totals={totals} />}
      <div className="in-actions">
        <ImportActions item={data} />
        {data.openRows > 0 && <AppLink to={`/data/quarantine?importId=${data.id}`}>{t.seeQuarantine}</AppLink>}
        {!isMoving(data.state) && data.state !== "checked" && <Button onClick={onAnother}>{t.another}</Button>}
      </div>
    </>
  );
}
