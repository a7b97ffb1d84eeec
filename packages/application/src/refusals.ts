import { requestProblems } from "@yutu/contract";
import { err, type Problem, problem, type Result } from "@yutu/kernel";

/** The same answer for what does not exist and for what belongs to somebody else. */
export const notFound = (what: string): Result<never, Problem> =>
  err(problem(requestProblems.notFound, `There is no such ${what} in this workspace.`));

export const forbidden = (detail: string): Result<never, Problem> => err(problem(requestProblems.forbidden, detail));

/** A body that has the declared shape but names something impossible; `pointer` as in `/body/lines/0`. */
export const invalid = (pointer: string, code: string, message: string): Result<never, Problem> =>
  err(problem(requestProblems.invalid, message, { errors: [{ pointer, code, message }] }));

/** Refuses a write that was decided on an older state of the record. */
export const checkVersion = (actual: number, expected: number | undefined): Result<null, Problem> =>
  expected === undefined || expected === actual
    ? { ok: true, value: null }
    : err(
        problem(
          requestProblems.staleVersion,
          `The record is at version ${actual}, the change was made on version ${expected}. Read it again and repeat.`,
          { params: { actual, expected } },
        ),
      );
