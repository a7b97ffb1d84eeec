import { useMessages } from "@yutu/i18n";
import { FilterChips, type FilterOption, SearchField } from "@yutu/ui";
import { Segmented } from "antd";
import type { ReactElement } from "react";
import { CHANNELS } from "../../domain/channels.ts";
import { PROJECT_STATUSES } from "../../domain/lifecycle.ts";
import { ChannelTag } from "../look/channel-tag.tsx";
import { ProjectStatusRing } from "../look/project-status.tsx";
import { useLocalText } from "../look/use-local-text.ts";
import { projectTexts } from "../messages.ts";
import type { ListState } from "./list-state.ts";
import { listTexts } from "./messages.ts";

interface Props {
  readonly state: ListState;
  readonly onChange: (patch: Partial<ListState>) => void;
  readonly types: readonly FilterOption[];
  readonly managers: readonly FilterOption[];
}

/** Chips above the list; what they hold is in the address. */
export function ListFilters({ state, onChange, types, managers }: Props): ReactElement {
  const t = useMessages(listTexts);
  const words = useMessages(projectTexts);
  const text = useLocalText();
  const phases = (["open", "ended", "all"] as const).map((value) => ({ value, label: t.phase[value] }));
  return (
    <FilterChips
      values={{ status: state.status, type: state.type, channel: state.channel, manager: state.manager }}
      onChange={(key, values) => onChange({ [key]: values })}
      leading={
        <>
          <Segmented
            size="small"
            options={phases}
            value={state.phase}
            onChange={(phase) => onChange({ phase, status: [] })}
          />
          <SearchField label={t.search} value={state.q} onChange={(q) => onChange({ q })} />
        </>
      }
      filters={[
        {
          kind: "choice",
          key: "status",
          label: t.status,
          options: PROJECT_STATUSES.map((value) => ({
            value,
            label: words.status[value],
            mark: <ProjectStatusRing status={value} named={false} />,
          })),
        },
        { kind: "choice", key: "type", label: t.type, options: types, single: true },
        {
          kind: "choice",
          key: "channel",
          label: t.channels,
          single: true,
          options: CHANNELS.map(({ code, name }) => ({
            value: code,
            label: text(name),
            mark: <ChannelTag code={code} named={false} />,
          })),
        },
        { kind: "choice", key: "manager", label: t.manager, options: managers, single: true },
      ]}
    />
  );
}
