import { useMessages } from "@yutu/i18n";
import { identity } from "@yutu/identity/contract";
import { ProblemNotice, Skeleton, useOperation, useUrlState } from "@yutu/ui";
import { Segmented } from "antd";
import type { ReactElement } from "react";
import { z } from "zod";
import { approvals } from "../../contract/index.ts";
import { FlowEditor } from "./flow-editor.tsx";
import "./flows.css";
import { flowTexts } from "./messages.ts";

const flowState = z.object({ flow: z.string().default("") });

/** The approval flows of the workspace. */
export default function FlowsPage(): ReactElement {
  const t = useMessages(flowTexts);
  const { data, problem, loading, reload } = useOperation(approvals.listFlows, {});
  const workspace = useOperation(identity.getWorkspace, {}, { freshMs: 300_000 });
  const [{ flow: key }, setState] = useUrlState(flowState);
  const flows = data?.flows ?? [];
  const flow = flows.find((f) => f.key === key) ?? flows[0];
  return (
    <div className="ap-flows">
      <p className="ap-mode">{t.intro}</p>
      <ProblemNotice problem={problem ?? workspace.problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={6} />}
      {flow && (
        <Segmented
          value={flow.key}
          options={flows.map((f) => ({ value: f.key, label: f.name }))}
          onChange={(next) => setState({ flow: next })}
        />
      )}
      {flow && workspace.data && (
        <FlowEditor key={`${flow.key}-${flow.version}`} flow={flow} currency={workspace.data.currency} />
      )}
    </div>
  );
}
