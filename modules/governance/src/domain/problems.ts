import { defineProblem } from "@yutu/kernel";

export const governanceProblems = {
  tooMuch: defineProblem("governance/too-much", 422, "The export would be larger than allowed"),
} as const;
