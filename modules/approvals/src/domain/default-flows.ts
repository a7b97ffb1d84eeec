import type { Flow } from "./flow.ts";

/** Flows a workspace begins with; an administrator may change them. Amounts are minor units of the workspace's currency. */
export const DEFAULT_FLOWS: readonly Flow[] = [
  {
    key: "expense-claim",
    name: "费用报销",
    stages: [
      {
        name: { zh: "项目经理", en: "Project manager" },
        mode: "any",
        approvers: [{ kind: "project_manager" }],
        dueHours: 24,
      },
      {
        name: { zh: "财务", en: "Finance" },
        mode: "any",
        approvers: [{ kind: "role", role: "finance" }],
        dueHours: 24,
      },
      {
        name: { zh: "高管（5 万元及以上）", en: "Executive (50,000 and above)" },
        mode: "any",
        approvers: [{ kind: "role", role: "executive" }],
        fromMinor: 5_000_000,
        dueHours: 48,
      },
    ],
  },
  {
    key: "project-initiation",
    name: "项目立项",
    stages: [
      {
        name: { zh: "财务", en: "Finance" },
        mode: "any",
        approvers: [{ kind: "role", role: "finance" }],
        dueHours: 24,
      },
      {
        name: { zh: "高管", en: "Executive" },
        mode: "any",
        approvers: [{ kind: "role", role: "executive" }],
        dueHours: 48,
      },
    ],
  },
];
