import { CheckIcon } from "@yutu/ui";
import type { ReactElement } from "react";
import { CHANNELS } from "../../domain/channels.ts";
import { ChannelTag } from "../look/channel-tag.tsx";
import "./channel-picker.css";

interface Props {
  readonly value: readonly string[];
  readonly onChange: (channels: string[]) => void;
}

/** Channels as chips to switch on and off. */
export function ChannelPicker({ value, onChange }: Props): ReactElement {
  const toggle = (code: string): void =>
    onChange(value.includes(code) ? value.filter((c) => c !== code) : [...value, code]);
  return (
    <div className="pj-channels">
      {CHANNELS.map(({ code }) => (
        <button
          key={code}
          type="button"
          className="yt-plain pj-channel"
          aria-pressed={value.includes(code)}
          onClick={() => toggle(code)}
        >
          <ChannelTag code={code} />
          {value.includes(code) && <CheckIcon width={12} height={12} />}
        </button>
      ))}
    </div>
  );
}
