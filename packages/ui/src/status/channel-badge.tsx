import type { CSSProperties, ReactElement } from "react";
import { groundForWhite, lightForDark } from "../theme/contrast.ts";
import "./channel-badge.css";

export interface ChannelBadgeProps {
  readonly name: string;
  /** Data of the channel, not of the theme. */
  readonly colour: string;
  /** False shows the square alone. */
  readonly named?: boolean;
}

/** A channel as a square with the first character of its name. */
export function ChannelBadge({ name, colour, named = true }: ChannelBadgeProps): ReactElement {
  return (
    <span className="yt-channel" title={named ? undefined : name}>
      <span
        className="yt-channel-square"
        style={{ "--yt-channel": groundForWhite(colour) } as CSSProperties}
        aria-hidden="true"
      >
        {Array.from(name)[0]}
      </span>
      <span className={named ? "yt-ellipsis" : "yt-hidden"}>{name}</span>
    </span>
  );
}

/** Style for a tinted block of a channel: the fill at 14 %, words mixed into ink. Use with the class `yt-tint`. */
export const tintStyle = (colour: string): CSSProperties =>
  ({ "--yt-tint-light": colour, "--yt-tint-dark": lightForDark(colour) }) as CSSProperties;
