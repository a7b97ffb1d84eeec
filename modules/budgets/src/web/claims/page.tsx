import { useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import {
  FilterChips,
  PageHeader,
  PlusIcon,
  Sheet,
  useOperation,
  usePermission,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button, Segmented, Select } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { CLAIM_STATUSES } from "../../domain/claim.ts";
import { budgetTexts } from "../messages.ts";
import "../budgets.css";
import { ClaimForm } from "./claim-form.tsx";
import { ClaimList } from "./claim-list.tsx";
import { TaskChip } from "./task-chip.tsx";
import type { Claim } from "./use-claims.ts";

const state = z.object({
  show: z.enum(["mine", "all"]).default("mine"),
  status: z.enum(CLAIM_STATUSES).optional(),
  /** Only expenses for this task. */
  task: z.string().default(""),
  /** The project that a new claim is being written for; with a task, for that. */
  write: z.string().default(""),
});

/** Which project the expense belongs to; the form follows. */
function ChooseProject({
  onChoose,
  onClose,
}: {
  readonly onChoose: (projectId: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages(budgetTexts);
  const { data, loading } = useOperation(projects.listProjects, { query: { open: "true", limit: 200 } });
  return (
    <Sheet open onClose={onClose} title={t.newClaim}>
      <Select
        aria-label={t.project}
        placeholder={t.project}
        loading={loading}
        showSearch={{ optionFilterProp: "label" }}
        style={{ width: "100%" }}
        options={data?.items.map((p) => ({ value: p.id, label: p.name })) ?? []}
        onChange={onChoose}
      />
    </Sheet>
  );
}

/** Expense claims over all projects. */
export default function ClaimsPage(): ReactElement {
  const t = useMessages(budgetTexts);
  const seesAll = usePermission("money.view");
  const [{ show, status, task, write }, setState] = useUrlState(state);
  const [choosing, setChoosing] = useState(false);
  const [editing, setEditing] = useState<{ projectId: string; claim?: Claim }>();
  const writing = editing ?? (write ? { projectId: write, ...(task ? { taskId: task } : {}) } : undefined);
  useShortcut({ keys: "c", label: t.newClaim, run: () => setChoosing(true) });
  const scopes = [
    { value: "mine" as const, label: t.mine },
    ...(seesAll ? [{ value: "all" as const, label: t.all }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t.title}
        action={
          <Button type="primary" icon={<PlusIcon />} onClick={() => setChoosing(true)}>
            {t.newClaim}
          </Button>
        }
      />
      <FilterChips
        values={{ status: status ? [status] : [] }}
        onChange={(_, [value]) => setState({ status: CLAIM_STATUSES.find((each) => each === value) })}
        leading={
          <Segmented
            size="small"
            value={seesAll ? show : "mine"}
            options={scopes}
            onChange={(value) => setState({ show: value })}
          />
        }
        filters={[
          {
            kind: "choice",
            key: "status",
            label: t.status,
            single: true,
            options: CLAIM_STATUSES.map((value) => ({ value, label: t.statuses[value] })),
          },
        ]}
      />
      {task && <TaskChip taskId={task} onClear={() => setState({ task: "" })} />}
      <ClaimList
        {...(show === "mine" || !seesAll ? { mine: true } : {})}
        {...(status ? { status } : {})}
        {...(task ? { taskId: task } : {})}
        onNew={() => setChoosing(true)}
        onEdit={(claim) => setEditing({ projectId: claim.projectId, claim })}
      />
      {choosing && (
        <ChooseProject
          onClose={() => setChoosing(false)}
          onChoose={(projectId) => {
            setChoosing(false);
            setEditing({ projectId });
          }}
        />
      )}
      {writing && (
        <ClaimForm
          {...writing}
          onClose={() => {
            setEditing(undefined);
            setState({ write: "" });
          }}
        />
      )}
    </>
  );
}
