import { defineModule } from "@yutu/application";
import { operations } from "./operations.ts";
import { subscribers } from "./subscribers.ts";

export { type PlanLedger, type PlanLedgerTask, planLedger } from "./plan-ledger.ts";
export {
  findProjectTask,
  NOTHING_SPENT,
  recordSpending,
  type TaskSpending,
  taskTitlesOf,
} from "./spending.ts";

export const tasksModule = defineModule({ name: "tasks", operations, subscribers });
