import { ChannelTag } from "@yutu/projects/web";
import { MemberAvatar } from "@yutu/ui";
import type { ReactElement } from "react";
import { PRIORITIES } from "../../domain/status.ts";
import { PriorityMark } from "../look/priority-mark.tsx";
import type { LaneKind } from "./lanes.ts";

interface Props {
  readonly kind: LaneKind;
  readonly value: string;
  readonly name: string;
}

/** The face, badge or bars before a lane's name. */
export function LaneMark({ kind, value, name }: Props): ReactElement | null {
  if (value === "") return null;
  const priority = PRIORITIES.find((each) => each === value);
  switch (kind) {
    case "assignee":
      return <MemberAvatar person={{ id: value, name }} size={20} />;
    case "channel":
      return <ChannelTag code={value} named={false} />;
    case "priority":
      return priority ? <PriorityMark priority={priority} /> : null;
    case "phase":
      return null;
  }
}
