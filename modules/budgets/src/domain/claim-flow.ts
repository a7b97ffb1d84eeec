import type { Flow } from "@yutu/approvals/domain";

/** The flow of a claim that goes over budget: the usual one, and an executive whatever the amount. */
export const exceedFlow = (flow: Flow): Flow => ({
  key: `${flow.key}-exceed`,
  name: `${flow.name}（超预算）`,
  stages: [
    ...flow.stages.filter((stage) => !stage.approvers.some((a) => a.kind === "role" && a.role === "executive")),
    {
      name: { zh: "高管（超预算）", en: "Executive (over budget)" },
      mode: "any",
      approvers: [{ kind: "role", role: "executive" }],
      dueHours: 48,
    },
  ],
});
