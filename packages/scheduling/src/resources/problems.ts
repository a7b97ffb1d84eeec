import { defineProblem } from "@yutu/kernel";

export const levellingInvalidInput = defineProblem(
  "scheduling/levelling-invalid-input",
  422,
  "The levelling input breaks a rule",
);
export const levellingCycle = defineProblem(
  "scheduling/levelling-cycle",
  422,
  "Tasks depend on each other in a circle",
);
export const levellingOverDemand = defineProblem(
  "scheduling/levelling-demand-above-capacity",
  422,
  "A task needs more of a resource than there ever is",
);
export const levellingMissingSkill = defineProblem(
  "scheduling/levelling-missing-skill",
  422,
  "Too few people have a skill that a task needs",
);
export const levellingNoRoom = defineProblem(
  "scheduling/levelling-no-room",
  422,
  "A task finds no place within the horizon",
);
export const psplibUnreadable = defineProblem(
  "scheduling/psplib-unreadable",
  422,
  "The text is not a PSPLIB single-mode project",
);

export const riskInvalidInput = defineProblem(
  "scheduling/risk-invalid-input",
  422,
  "The input of a risk calculation breaks a rule",
);

export type LevellingProblemCode =
  | "scheduling/levelling-invalid-input"
  | "scheduling/levelling-cycle"
  | "scheduling/levelling-demand-above-capacity"
  | "scheduling/levelling-missing-skill"
  | "scheduling/levelling-no-room";
