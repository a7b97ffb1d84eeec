/** What the four ledgers of a project say, as the retrospective reads them. Amounts are minor units of one currency. */

export interface BudgetFacts {
  readonly lineId: string;
  readonly name: string;
  readonly category: string;
  readonly channel: string | null;
  readonly reserve: boolean;
  readonly plannedMinor: number;
  /** Approved changes of the plan. */
  readonly changedMinor: number;
  /** Contracts that are still open. */
  readonly committedMinor: number;
  readonly actualMinor: number;
}

export interface KpiResult {
  readonly kpiId: string;
  readonly goalId: string;
  readonly goalName: string;
  /** Null for one that is fed by hand. */
  readonly metricId: string | null;
  readonly name: string;
  readonly unit: "money" | "count" | "ratio" | "decimal";
  readonly direction: "up" | "down";
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly weight: number;
}

export interface TaskFacts {
  readonly taskId: string;
  readonly number: number;
  readonly title: string;
  readonly phaseId: string | null;
  readonly parentId: string | null;
  readonly milestone: boolean;
  readonly status: string;
  readonly assigneeIds: readonly string[];
  readonly baselineStart: string | null;
  readonly baselineDue: string | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
}

export interface PlanFacts {
  readonly phases: readonly { readonly id: string; readonly name: string }[];
  readonly tasks: readonly TaskFacts[];
  readonly links: readonly { readonly fromId: string; readonly toId: string; readonly type: string }[];
  /** The day on which the project was closed. */
  readonly closedOn: string;
  readonly memberNames: ReadonlyMap<string, string>;
}

export interface ApprovalFacts {
  readonly approvalId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly title: string;
  readonly state: string;
  readonly waitingHours: number | null;
}

export interface ChannelFacts {
  readonly channel: string;
  /** Metric id to value; null where there is nothing to divide by. */
  readonly figures: Readonly<Record<string, number | null>>;
}

export interface AssetFacts {
  readonly assetId: string;
  readonly name: string;
  readonly kind: string;
  readonly versions: number;
  readonly tasks: number;
  readonly channels: readonly string[];
}
