import { useMessages } from "@yutu/i18n";
import { EmptyState, useGo, useOperation, usePermission } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { insights } from "../../contract/index.ts";
import { figureTexts } from "../messages.ts";
import type { Question } from "../types.ts";

const EVER = { from: "1970-01-01", to: "2069-12-31" };
const PROBES = ["gmv", "impressions", "page_views"];

/** Whether facts exist at all for the place, and for the window. Undefined until it is known. */
export function useHasFacts(question: Question): { readonly ever: boolean; readonly now: boolean } | undefined {
  const place = question.projectId ? { projectId: [...question.projectId] } : {};
  const ask = (days: { readonly from: string; readonly to: string }) => ({
    query: { from: days.from, to: days.to, ...place, metricId: PROBES },
  });
  const now = useOperation(insights.queryMetrics, ask(question), { live: ["import"] }).data;
  const ever = useOperation(insights.queryMetrics, ask(EVER), { live: ["import"] }).data;
  if (!now || !ever) return undefined;
  return { ever: ever.origin.sources.length > 0, now: now.origin.sources.length > 0 };
}

/** Nothing was imported yet: the one thing to do is to import. */
export function NoData({ projectId }: { readonly projectId?: string }): ReactElement {
  const t = useMessages(figureTexts);
  const go = useGo();
  const mayImport = usePermission("data.import");
  if (!mayImport) return <EmptyState text={t.nothing} />;
  return (
    <EmptyState
      text={t.nothing}
      action={
        <Button
          type="primary"
          onClick={() => go("/data/imports/new", projectId ? { search: { project: projectId } } : {})}
        >
          {t.import}
        </Button>
      }
    />
  );
}

/** There are facts, but none in the chosen days. */
export function QuietWindow({ onShowAll }: { readonly onShowAll: () => void }): ReactElement {
  const t = useMessages(figureTexts);
  return (
    <EmptyState
      text={t.quiet}
      action={
        <Button size="small" onClick={onShowAll}>
          {t.showAll}
        </Button>
      }
    />
  );
}
