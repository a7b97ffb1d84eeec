import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { CURRENCIES, isCurrency } from "@yutu/kernel";
import { EmptyState, PlusIcon, ProblemNotice, Skeleton, useOperation, useUrlState } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { budgets } from "../../contract/index.ts";
import "../budgets.css";
import { rateTexts } from "./messages.ts";
import { RateForm, type RateValues } from "./rate-form.tsx";

type Rate = OperationOutput<typeof budgets.listRates>["rates"][number];

/** A page that misses a rate leads here with the currency and the first day it needs. */
const state = z.object({ currency: z.enum(CURRENCIES).optional(), from: z.iso.date().optional() });

function RateList({
  into,
  rates,
  onChange,
}: {
  readonly into: string;
  readonly rates: readonly Rate[];
  readonly onChange: (rate: Rate) => void;
}): ReactElement {
  const t = useMessages(rateTexts);
  const format = useFormat();
  return (
    <ul className="bg-rates">
      {rates.map((rate) => (
        <li key={rate.id} className="yt-figures">
          <span>{t.pair({ from: rate.currency, to: into, rate: String(rate.rate) })}</span>
          <small>{t.since({ date: format.date(rate.validFrom) })}</small>
          <Button
            size="small"
            aria-label={t.changeOf({ currency: rate.currency, date: format.date(rate.validFrom) })}
            onClick={() => onChange(rate)}
          >
            {t.change}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What other currencies are worth, day by day: without it their amounts are left out of every sum. */
export default function RatesPage(): ReactElement {
  const t = useMessages(rateTexts);
  const [asked, setAsked] = useUrlState(state);
  const [open, setOpen] = useState<RateValues>();
  const { data, problem, loading, reload } = useOperation(budgets.listRates, {});
  const initial: RateValues | undefined =
    open ??
    (asked.currency ? { currency: asked.currency, ...(asked.from ? { validFrom: asked.from } : {}) } : undefined);
  const close = (): void => {
    setOpen(undefined);
    setAsked({ currency: undefined, from: undefined });
  };
  const add = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setOpen({})}>
      {t.add}
    </Button>
  );
  return (
    <section className="bg-settings" aria-label={t.title}>
      {data && (
        <header>
          <p>{t.hint({ currency: data.currency })}</p>
          {data.rates.length > 0 && add}
        </header>
      )}
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={3} />}
      {data?.rates.length === 0 && <EmptyState text={t.empty({ currency: data.currency })} action={add} />}
      {data && (
        <RateList
          into={data.currency}
          rates={data.rates}
          onChange={({ currency, validFrom, rate }) =>
            setOpen({ validFrom, rate, ...(isCurrency(currency) ? { currency } : {}) })
          }
        />
      )}
      {data && initial && (
        <RateForm into={data.currency} initial={initial} fixed={initial.rate !== undefined} onClose={close} />
      )}
    </section>
  );
}
