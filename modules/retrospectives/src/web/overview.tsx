import { useFormat, useMessages } from "@yutu/i18n";
import { type Kpi, KpiStrip, useReducedMotion } from "@yutu/ui";
import { type ReactElement, useId } from "react";
import { KEPT_WITHIN } from "../domain/budget-review.ts";
import type { RetrospectiveDocument, Section } from "../domain/document.ts";
import { EMPTY } from "../domain/figure-words.ts";
import { LONG_WAIT_HOURS, ON_TIME_FROM } from "../domain/findings.ts";
import { NEAR_FROM } from "../domain/goal-review.ts";
import { retrospectiveTexts } from "./messages.ts";
import { useFigureWords } from "./use-figure-words.ts";

type Figure = Omit<Kpi, "key" | "label" | "onOpen">;

/** Identifies a section on the page, so that its figure can lead there. */
export const useSectionId = (): ((section: Section) => string) => {
  const own = useId();
  return (section) => `${own}-${section}`;
};

/** The figure that stands for each section. */
function useFigures(document: RetrospectiveDocument): Readonly<Record<Section, Figure>> {
  const t = useMessages(retrospectiveTexts);
  const format = useFormat();
  const words = useFigureWords(document.project.currency);
  const { budget, goals, schedule, approvals, channels, assets } = document;
  const share = (value: number | null): string => (value === null ? EMPTY : format.percent(value, 0));
  const { deviation, deviationMinor, actualMinor } = budget.totals;
  const slip = schedule.finishSlipDays;
  const { roi, gmv } = channels.totals;
  const sold = gmv === null || gmv === undefined ? EMPTY : words.short(gmv, channels.currency);
  return {
    budget: {
      value: share(deviation === null ? null : 1 + deviation),
      full: words.money(actualMinor),
      note: (deviationMinor > 0 ? t.over : t.left)({ amount: words.short(Math.abs(deviationMinor)) }),
      tone: (deviation ?? 0) > KEPT_WITHIN ? "alarm" : "quiet",
    },
    goals: {
      value: share(goals.attainment),
      note: t.reachedOf({ reached: goals.reached, all: goals.kpis.length }),
      tone: goals.attainment !== null && goals.attainment < NEAR_FROM ? "alarm" : "quiet",
    },
    schedule: {
      value: share(schedule.onTimeRate),
      note:
        schedule.onTimeRate === null
          ? t.nothingPlanned
          : slip === null
            ? t.leftUndone({ count: schedule.late.filter((task) => task.completedOn === null).length })
            : t.finish({ days: slip }),
      tone: schedule.onTimeRate !== null && schedule.onTimeRate < ON_TIME_FROM ? "alarm" : "quiet",
    },
    approvals: {
      value: approvals.medianHours === null ? EMPTY : t.hours({ count: format.number(approvals.medianHours, 1) }),
      note: t.decisions({ count: approvals.entries.length, again: approvals.reworked }),
      tone: (approvals.medianHours ?? 0) > LONG_WAIT_HOURS ? "alarm" : "quiet",
    },
    channels: {
      value: sold,
      full: words.metric("gmv", gmv ?? null, channels.currency),
      ...(roi === null || roi === undefined
        ? {}
        : { note: t.roi({ ratio: format.number(roi) }), tone: roi < 0 ? "alarm" : "quiet" }),
    },
    assets: { value: format.number(assets.assets.length), note: t.versionsOf({ count: assets.versions }) },
  };
}

interface Props {
  readonly document: RetrospectiveDocument;
  readonly sections: readonly Section[];
  readonly idOf: (section: Section) => string;
}

/** The project in one line: a figure for each section, which it leads to. */
export function Overview({ document, sections, idOf }: Props): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const figures = useFigures(document);
  const still = useReducedMotion();
  const show = (section: Section): void => {
    const target = globalThis.document.getElementById(idOf(section));
    target?.scrollIntoView({ behavior: still ? "auto" : "smooth" });
    target?.focus({ preventScroll: true });
  };
  const items = sections.map((section): Kpi => {
    return { key: section, label: t.figure[section], ...figures[section], onOpen: () => show(section) };
  });
  return <KpiStrip label={t.overview} items={items} />;
}
