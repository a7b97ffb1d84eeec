import { defineProblem } from "@yutu/kernel";

export const assignmentInvalidInput = defineProblem(
  "scheduling/assignment-invalid-input",
  422,
  "The input of an assignment breaks a rule",
);
export const assignmentMissingSkill = defineProblem(
  "scheduling/assignment-missing-skill",
  422,
  "Nobody has the skills that a task needs",
);
export const assignmentNoTime = defineProblem(
  "scheduling/assignment-no-time",
  422,
  "Nobody with the skills has the time in the window of a task",
);
