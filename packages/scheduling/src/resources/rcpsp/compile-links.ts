import type { SlotLinkType } from "./model.ts";
import type { NormalLink, NormalProject } from "./normalise.ts";

/** Codes of link types in typed arrays. Bit 0: measured from the finish of the predecessor. Bit 1: binds the finish. */
export const FROM_FINISH = 1;
export const BINDS_FINISH = 2;

const CODE: Record<SlotLinkType, number> = {
  FS: FROM_FINISH,
  SS: 0,
  FF: FROM_FINISH | BINDS_FINISH,
  SF: BINDS_FINISH,
};

/** Links by successor; those of task j are entries predBegin[j] … predBegin[j + 1] − 1. */
export interface LinkArrays {
  readonly predBegin: Int32Array;
  readonly predTask: Int32Array;
  readonly predKind: Int32Array;
  readonly predLag: Int32Array;
  /** Index of the lag's calendar, −1 for every slot. */
  readonly predCalendar: Int32Array;
  /** Least distance from start to start when every slot is worked. */
  readonly predOffset: Int32Array;
  /** A list sorted by start, ties by canonical number, always has predecessors first. */
  readonly startOrderIsFeasible: boolean;
}

function offset(link: NormalLink, project: NormalProject): number {
  const from = project.tasks[link.from]?.durationSlots ?? 0;
  const to = project.tasks[link.to]?.durationSlots ?? 0;
  const kind = CODE[link.type];
  return (kind & FROM_FINISH ? from : 0) + link.lagSlots - (kind & BINDS_FINISH ? to : 0);
}

export function compileLinks(project: NormalProject): LinkArrays {
  const { links, tasks } = project;
  const predBegin = new Int32Array(tasks.length + 1);
  for (const { to } of links) predBegin[to + 1] = (predBegin[to + 1] ?? 0) + 1;
  for (let j = 0; j < tasks.length; j++) predBegin[j + 1] = (predBegin[j + 1] ?? 0) + (predBegin[j] ?? 0);
  return {
    predBegin,
    predTask: Int32Array.from(links, (link) => link.from),
    predKind: Int32Array.from(links, (link) => CODE[link.type]),
    predLag: Int32Array.from(links, (link) => link.lagSlots),
    predCalendar: Int32Array.from(links, (link) => link.lagCalendar),
    predOffset: Int32Array.from(links, (link) => offset(link, project)),
    startOrderIsFeasible: links.every((link) => link.type === "FS" && link.lagSlots >= 0),
  };
}
