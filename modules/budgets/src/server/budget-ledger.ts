import type { TenantTx } from "@yutu/database";
import { workspaceFacts } from "@yutu/identity/server";
import { minorRate } from "../domain/rate.ts";
import { presentLine } from "./presenters.ts";
import { linesOf, listRates } from "./repository.ts";

export type BudgetLedgerLine = ReturnType<typeof presentLine>;

/** The lines of a project with their money, for reports that act for nobody. */
export const budgetLedger = async (tx: TenantTx, projectId: string): Promise<BudgetLedgerLine[]> =>
  (await linesOf(tx, projectId)).map(presentLine);

/** Dated rates into the workspace's currency, between minor units of both, the newest first for each currency. */
export async function exchangeRatesOf(tx: TenantTx): Promise<{ currency: string; validFrom: string; rate: number }[]> {
  const { currency: own } = await workspaceFacts(tx);
  return (await listRates(tx)).map(({ currency, validFrom, rate }) => ({
    currency,
    validFrom,
    rate: minorRate(rate, currency, own),
  }));
}
