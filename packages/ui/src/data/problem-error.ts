import type { ProblemBody } from "@yutu/contract";

/** A refusal on its way through the query cache, which knows only thrown errors. */
export class ProblemError extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.code);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Away or busy: worth asking again. Everything else is an answer. */
export const isPassing = (problem: ProblemBody): boolean =>
  problem.status === 0 || problem.status === 429 || problem.status === 503;
