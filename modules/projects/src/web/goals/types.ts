import type { OperationOutput } from "@yutu/contract";
import type { projects } from "../../contract/index.ts";

export type Goals = OperationOutput<typeof projects.listGoals>;
export type Goal = Goals["goals"][number];
export type Kpi = Goal["kpis"][number];
