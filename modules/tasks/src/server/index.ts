import { defineModule } from "@yutu/application";
import { operations } from "./operations.ts";
import { subscribers } from "./subscribers.ts";

export { type PlanLedger, type PlanLedgerTask, planLedger } from "./plan-ledger.ts";

export const tasksModule = defineModule({ name: "tasks", operations, subscribers });
