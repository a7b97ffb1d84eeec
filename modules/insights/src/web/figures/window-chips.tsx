import { useMessages } from "@yutu/i18n";
import { CHANNELS } from "@yutu/projects/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { FilterChips } from "@yutu/ui";
import { Segmented } from "antd";
import type { ReactElement, ReactNode } from "react";
import { figureTexts } from "../messages.ts";
import { useSourceNames } from "./use-source-names.ts";
import { RANGES, type Range, type WindowState } from "./window-state.ts";

interface Props {
  readonly state: WindowState;
  readonly onChange: (patch: Partial<WindowState>) => void;
  readonly inProject?: boolean;
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
}

/** Days, comparison, channel and source above figures; what they hold is in the address. */
export function WindowChips({ state, onChange, inProject = false, leading, trailing }: Props): ReactElement {
  const t = useMessages(figureTexts);
  const text = useLocalText();
  const sources = useSourceNames();
  const ranges = RANGES.filter((range) => inProject || range !== "project");
  const custom = state.dates.some((date) => date !== "");
  const options = ranges.map((value) => ({ value: value as Range | "custom", label: t.ranges[value] }));
  return (
    <FilterChips
      values={{ dates: state.dates, compare: state.compare, channel: state.channel, source: state.source }}
      onChange={(key, values) => onChange({ [key]: values })}
      leading={
        <>
          {leading}
          <Segmented<Range | "custom">
            size="small"
            options={custom ? [...options, { value: "custom", label: t.ranges.custom }] : options}
            value={custom ? "custom" : state.range}
            onChange={(range) => {
              if (range !== "custom") onChange({ range, dates: [] });
            }}
          />
        </>
      }
      trailing={trailing}
      filters={[
        { kind: "dates", key: "dates", label: t.period },
        {
          kind: "choice",
          key: "compare",
          label: t.compare,
          single: true,
          options: (["before", "year"] as const).map((value) => ({ value, label: t.compares[value] })),
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
        {
          kind: "choice",
          key: "source",
          label: t.source,
          single: true,
          options: [...sources].map(([value, label]) => ({ value, label })),
        },
      ]}
    />
  );
}
