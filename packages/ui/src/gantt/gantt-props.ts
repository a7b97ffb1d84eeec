import type { DayKindOf } from "../timeline/day.ts";
import type { GanttChange, GanttLink, GanttNewLink, GanttTask } from "./gantt-types.ts";

export interface GanttProps {
  readonly label: string;
  /** Parents may stand before or after their children; brothers keep this order. */
  readonly tasks: readonly GanttTask[];
  readonly links: readonly GanttLink[];
  /** `YYYY-MM-DD` on the workspace's clock. */
  readonly today: string;
  /** Kind of each day; weekends rest when left out. */
  readonly dayKind?: DayKindOf;
  /** Where tasks would go if this change were made, for ghosts while dragging; the dragged one too, when it lands elsewhere. */
  readonly preview?: (change: GanttChange) => readonly GanttChange[];
  /** Moved or resized, by pointer or keys. Absent makes the chart read-only. */
  readonly onChange?: (change: GanttChange) => void;
  readonly onLink?: (link: GanttNewLink) => void;
  readonly onUnlink?: (linkId: string) => void;
  readonly onOpen?: (taskId: string) => void;
}
