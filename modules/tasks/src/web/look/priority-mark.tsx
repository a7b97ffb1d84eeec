import { useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import type { Priority } from "../../domain/status.ts";
import { taskTexts } from "../messages.ts";
import "./look.css";

const BARS: Readonly<Record<Priority, number>> = { low: 1, medium: 2, high: 3, urgent: 4 };

/** Priority as rising bars and, where there is room, its word. */
export function PriorityMark({
  priority,
  named = false,
}: {
  readonly priority: Priority;
  readonly named?: boolean;
}): ReactElement {
  const t = useMessages(taskTexts);
  const word = t.priority[priority];
  return (
    <span className="tk-priority" data-priority={priority} title={named ? undefined : `${t.field.priority} ${word}`}>
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 3.5}
            y={9 - bar * 3}
            width="2.2"
            height={3 + bar * 3}
            rx="0.8"
            data-on={bar < BARS[priority]}
          />
        ))}
      </svg>
      <span className={named ? undefined : "yt-hidden"}>{named ? word : `${t.field.priority} ${word}`}</span>
    </span>
  );
}
