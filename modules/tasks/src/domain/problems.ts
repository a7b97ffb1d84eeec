import { defineProblem } from "@yutu/kernel";

export const taskProblems = {
  projectClosed: defineProblem("tasks/project-closed", 409, "The project takes no more changes"),
  cycle: defineProblem("tasks/cycle", 422, "The link would make the tasks wait for one another"),
  linkExists: defineProblem("tasks/link-exists", 409, "The tasks are linked already"),
  unknownTask: defineProblem("tasks/unknown-task", 422, "There is no such task in this project"),
  unknownMember: defineProblem("tasks/unknown-member", 422, "There is no such active member"),
  unknownPhase: defineProblem("tasks/unknown-phase", 422, "There is no such phase in this project"),
  datesReversed: defineProblem("tasks/dates-reversed", 422, "The task would end before it begins"),
  impossibleLink: defineProblem("tasks/impossible-link", 422, "These tasks cannot be linked so"),
  ended: defineProblem("tasks/ended", 422, "What is done does not move"),
  stalePlan: defineProblem("tasks/stale-plan", 412, "The plan has changed since the preview"),
  movedOn: defineProblem("tasks/moved-on", 409, "The plan was changed again since"),
  unknownComment: defineProblem("tasks/unknown-comment", 422, "There is no such comment on this task"),
  blocked: defineProblem("tasks/blocked", 409, "A predecessor is not done"),
  notAuthor: defineProblem("tasks/not-author", 403, "Only the author may do this"),
  parentCycle: defineProblem("tasks/parent-cycle", 422, "A task cannot lie below itself"),
} as const;
