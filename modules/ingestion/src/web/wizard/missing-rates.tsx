import { budgets } from "@yutu/budgets/contract";
import { useMessages } from "@yutu/i18n";
import { AppLink, useOperation, usePermission } from "@yutu/ui";
import type { ReactElement } from "react";
import type { Import } from "../imports/import-actions.tsx";
import { ingestionTexts } from "../messages.ts";

/** Says before the import which of its currencies dashboards could not add up, and leads to where that is set. */
export function MissingRates({ totals }: { readonly totals: NonNullable<Import["result"]> }): ReactElement | null {
  const t = useMessages(ingestionTexts);
  const setsRates = usePermission("budgets.edit");
  const { data } = useOperation(budgets.listRates, {});
  const { firstOn } = totals;
  if (!data || !firstOn) return null;
  const has = (currency: string): boolean =>
    currency === data.currency || data.rates.some((rate) => rate.currency === currency && rate.validFrom <= firstOn);
  const missing = totals.amounts.map(({ currency }) => currency).filter((currency) => !has(currency));
  return (
    <>
      {missing.map((currency) => (
        <p key={currency} className="in-warn">
          {t.missingRate({ from: currency, to: data.currency })}{" "}
          {setsRates && (
            <AppLink to="/settings/rates" search={{ currency, from: firstOn }}>
              {t.setRate}
            </AppLink>
          )}
        </p>
      ))}
    </>
  );
}
