import type { SlotLinkType } from "./model.ts";
import type { NormalLink, NormalProject, NormalTask } from "./normalise.ts";

/** Reversing time swaps start and finish and turns every link round. */
const MIRRORED: Record<SlotLinkType, SlotLinkType> = { FS: "FS", SS: "FF", FF: "SS", SF: "SF" };

const mirrorLink = (link: NormalLink): NormalLink => ({
  ...link,
  from: link.to,
  to: link.from,
  type: MIRRORED[link.type],
});

/**
 * The same project with time running backwards: slot t becomes horizon − 1 − t. A forward schedule of the mirror is a
 * right-justified schedule of the project (Li and Willis 1992; Valls, Ballestín and Quintanilla 2005). Due dates turn
 * into releases; a release needs no counterpart because justification only moves tasks later than where they were.
 * @param pinnedFinish finish of each pinned task on the forward axis, −1 for the others.
 */
export function mirrorProject(project: NormalProject, pinnedFinish: Int32Array): NormalProject {
  const { horizon } = project;
  const tasks = project.tasks.map(
    (task, index): NormalTask => ({
      ...task,
      releaseSlot: Number.isFinite(task.dueSlot) ? Math.max(0, horizon - task.dueSlot) : 0,
      dueSlot: Number.POSITIVE_INFINITY,
      pinnedStartSlot: task.pinnedStartSlot < 0 ? -1 : horizon - (pinnedFinish[index] ?? 0),
    }),
  );
  const links = project.links.map(mirrorLink).sort((a, b) => a.to - b.to || a.from - b.from);
  return {
    horizon,
    tasks,
    links,
    capacity: project.capacity.map((slots) => slots.slice().reverse()),
    calendars: project.calendars.map((slots) => slots.slice().reverse()),
  };
}
