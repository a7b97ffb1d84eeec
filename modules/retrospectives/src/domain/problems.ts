import { defineProblem } from "@yutu/kernel";

export const retrospectiveProblems = {
  notClosed: defineProblem("retrospectives/not-closed", 409, "The project is not closed yet"),
  notReady: defineProblem("retrospectives/not-ready", 409, "The retrospective is being written"),
  published: defineProblem(
    "retrospectives/published",
    409,
    "The retrospective is published; take it back to change it",
  ),
  lessonDecided: defineProblem("retrospectives/lesson-decided", 409, "The lesson was decided already"),
} as const;
