import { defineProblem } from "@yutu/kernel";

export const projectProblems = {
  wrongStatus: defineProblem("projects/wrong-status", 409, "The project is not in a status that allows this"),
  notManager: defineProblem("projects/not-manager", 403, "Only the project's manager or an administrator may do this"),
  goalsNotSmart: defineProblem("projects/goals-not-smart", 422, "A goal lacks what makes it checkable"),
  anchorTooEarly: defineProblem("projects/anchor-too-early", 422, "The anchor date leaves no time"),
  unknownTemplate: defineProblem("projects/unknown-template", 422, "There is no such project type"),
  unknownMetric: defineProblem("projects/unknown-metric", 422, "There is no such metric"),
  invalidTemplate: defineProblem("projects/invalid-template", 422, "The project type does not hold together"),
  approvalNotYours: defineProblem(
    "projects/approval-not-yours",
    403,
    "Only those who manage approvals may change who approves projects of a type",
  ),
  goalCycle: defineProblem("projects/goal-cycle", 409, "A goal cannot stand below itself"),
  notOwner: defineProblem(
    "projects/not-owner",
    403,
    "Only the KPI's owner or those on the project may enter its value",
  ),
  boundToMetric: defineProblem("projects/bound-to-metric", 409, "The value comes from data, not by hand"),
  closed: defineProblem("projects/closed", 409, "The project is closed"),
} as const;
