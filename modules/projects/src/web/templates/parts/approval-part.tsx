import { StageList } from "@yutu/approvals/web";
import { useMessages } from "@yutu/i18n";
import { identity } from "@yutu/identity/contract";
import { Skeleton, useOperation, usePermission } from "@yutu/ui";
import { ConfigProvider } from "antd";
import { type ReactElement, Suspense } from "react";
import type { TemplateEdit } from "../edit.ts";
import { templateTexts } from "../messages.ts";

/** Who approves projects of the type; shown to everybody who may edit types, changed by those who manage approvals. */
export function ApprovalPart({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  const mayChange = usePermission("approvals.manage");
  const workspace = useOperation(identity.getWorkspace, {}, { freshMs: 300_000 });
  const { approval } = edit.template;
  return (
    <section className="pj-tpl-section">
      <p className="pj-tpl-hint">{mayChange ? t.approvalHint : t.approvalLocked}</p>
      {edit.faultsBelow("/approval") > 0 && (
        <p className="pj-field-error" role="alert">
          {t.approvalIncomplete}
        </p>
      )}
      <ConfigProvider componentDisabled={!mayChange}>
        <Suspense fallback={<Skeleton rows={6} />}>
          <StageList
            stages={approval.stages}
            currency={workspace.data?.currency ?? "CNY"}
            onChange={(stages) => edit.put({ approval: { ...approval, stages: [...stages] } }, "/approval")}
          />
        </Suspense>
      </ConfigProvider>
    </section>
  );
}
