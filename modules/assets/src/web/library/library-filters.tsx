import { useMessages } from "@yutu/i18n";
import { CHANNELS } from "@yutu/projects/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { FilterChips, SearchField } from "@yutu/ui";
import { Segmented } from "antd";
import type { ReactElement } from "react";
import { FILE_KINDS } from "../../domain/file-kind.ts";
import { assetTexts } from "../messages.ts";
import { useProjectOptions } from "../use-assets.ts";
import type { LibraryState } from "./library-state.ts";

interface Props {
  readonly state: LibraryState;
  readonly onChange: (patch: Partial<LibraryState>) => void;
  readonly insideProject: boolean;
}

/** Chips above the library; what they hold is in the address. */
export function LibraryFilters({ state, onChange, insideProject }: Props): ReactElement {
  const t = useMessages(assetTexts);
  const text = useLocalText();
  const projects = useProjectOptions();
  const views = (["grid", "list"] as const).map((value) => ({ value, label: t.views[value] }));
  return (
    <FilterChips
      values={{ kind: state.kind, channel: state.channel, project: state.project, status: state.status }}
      onChange={(key, values) => onChange({ [key]: values })}
      leading={<SearchField label={t.search} value={state.q} onChange={(q) => onChange({ q })} />}
      trailing={
        <Segmented
          size="small"
          aria-label={t.view}
          options={views}
          value={state.view}
          onChange={(view) => onChange({ view })}
        />
      }
      filters={[
        {
          kind: "choice",
          key: "kind",
          label: t.kind,
          options: FILE_KINDS.map((value) => ({ value, label: t.kinds[value] })),
        },
        {
          kind: "choice",
          key: "channel",
          label: t.channel,
          single: true,
          options: CHANNELS.map(({ code, name }) => ({
            value: code,
            label: text(name),
            mark: <ChannelTag code={code} named={false} />,
          })),
        },
        ...(insideProject
          ? []
          : [{ kind: "choice" as const, key: "project", label: t.project, single: true, options: projects }]),
        {
          kind: "choice",
          key: "status",
          label: t.status,
          single: true,
          options: (["draft", "ready", "archived"] as const).map((value) => ({ value, label: t.statuses[value] })),
        },
      ]}
    />
  );
}
