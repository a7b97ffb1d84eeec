import { useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import type { Achievability } from "../../domain/achievability.ts";
import type { KpiUnit } from "../../domain/goal.ts";
import { goalTexts } from "./messages.ts";
import { useFigure } from "./use-figure.ts";

interface Props {
  readonly place: Achievability | null;
  readonly unit: KpiUnit;
  readonly currency: string;
}

/** Where a target lies among past projects of the type. */
export function AchievabilityNote({ place, unit, currency }: Props): ReactElement {
  const t = useMessages(goalTexts).achievable;
  const figure = useFigure(currency);
  if (place === null) return <span>{t.none}</span>;
  const { count, reached, best, median, verdict } = place;
  const sentence =
    verdict === "unheard" ? t.unheard({ count, best: figure(best, unit) }) : t[verdict]({ reached, count });
  return (
    <span data-verdict={verdict} className="pj-achievable">
      {sentence} · {t.median({ value: figure(median, unit) })}
    </span>
  );
}
