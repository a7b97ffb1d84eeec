import { useFormat, useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { AvatarStack, MobileCard, MobileCards, useGo } from "@yutu/ui";
import type { ReactElement } from "react";
import { ProjectStatusRing } from "../look/project-status.tsx";
import { listTexts } from "./messages.ts";
import { type ProjectSummary, peopleOf } from "./use-columns.tsx";

interface Props {
  readonly items: readonly ProjectSummary[];
}

/** The list on phones. */
export function ProjectCards({ items }: Props): ReactElement {
  const t = useMessages(listTexts);
  const format = useFormat();
  const go = useGo();
  return (
    <MobileCards label={t.title}>
      {items.map((p) => (
        <MobileCard
          key={p.id}
          title={p.name}
          mark={<AvatarStack people={peopleOf(p)} most={3} size={20} />}
          facts={
            <>
              <ProjectStatusRing status={p.status} />
              <span className="yt-figures">{format.range(p.startDate, p.endDate)}</span>
            </>
          }
          figure={
            p.totalBudgetMinor === null ? undefined : format.moneyShort(p.totalBudgetMinor, p.currency as Currency)
          }
          onOpen={() => go(`/projects/${p.id}`)}
        />
      ))}
    </MobileCards>
  );
}
