import { defineProblem } from "@yutu/kernel";

export const taskProblems = {
  projectClosed: defineProblem("tasks/project-closed", 409, "The project takes no more changes"),
  cycle: defineProblem("tasks/cycle", 422, "The link would make the tasks wait for one another"),
  linkExists: defineProblem("tasks/link-exists", 409, "The tasks are linked already"),
  unknownTask: defineProblem("tasks/unknown-task", 422, "There is no such task in this project"),
  unknownMember: defineProblem("tasks/unknown-member", 422, "There is no such active member"),
  unknownPhase: defineProblem("tasks/unknown-phase", 422, "There is no such phase in this project"),
  datesReversed: defineProblem("tasks/dates-reversed", 422, "The task would end before it begins"),
  blocked: defineProblem("tasks/blocked", 409, "A predecessor is not done"),
  notAuthor: defineProblem("tasks/not-author", 403, "Only the author may do this"),
  parentCycle: defineProblem("tasks/parent-cycle", 422, "A task cannot lie below itself"),
} as const;
