import type { TenantTx } from "@yutu/database";
import { presentLine } from "./presenters.ts";
import { linesOf, listRates } from "./repository.ts";

export type BudgetLedgerLine = ReturnType<typeof presentLine>;

/** The lines of a project with their money, for reports that act for nobody. */
export const budgetLedger = async (tx: TenantTx, projectId: string): Promise<BudgetLedgerLine[]> =>
  (await linesOf(tx, projectId)).map(presentLine);

/** Dated rates into the workspace's currency, the newest first for each currency. */
export const exchangeRatesOf = async (tx: TenantTx): Promise<{ currency: string; validFrom: string; rate: number }[]> =>
  (await listRates(tx)).map(({ currency, validFrom, rate }) => ({ currency, validFrom, rate }));
