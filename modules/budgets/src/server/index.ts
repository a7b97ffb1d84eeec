import { defineModule } from "@yutu/application";
import { operations } from "./operations.ts";
import { subscribers } from "./subscribers.ts";

export { type BudgetLedgerLine, budgetLedger, exchangeRatesOf } from "./budget-ledger.ts";

export const budgetsModule = defineModule({ name: "budgets", operations, subscribers });
