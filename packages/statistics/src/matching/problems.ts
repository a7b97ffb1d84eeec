import { defineProblem, err, type Problem, problem, type Result } from "@yutu/kernel";

/** Named refusals of normalising, linking and joining people. */
export const MATCHING_PROBLEMS = {
  emptyValue: defineProblem("matching/empty-value", 422, "The value is empty"),
  notAPhone: defineProblem("matching/not-a-phone", 422, "The text is not a telephone number"),
  areaCodeNeeded: defineProblem("matching/area-code-needed", 422, "A landline without area code is ambiguous"),
  placeholder: defineProblem("matching/placeholder", 422, "The value is a known placeholder, not a real identifier"),
  masked: defineProblem("matching/masked", 422, "The value is masked and cannot identify anybody"),
  notAnEmail: defineProblem("matching/not-an-email", 422, "The text is not an e-mail address"),
  notAName: defineProblem("matching/not-a-name", 422, "The text holds no name"),
  unknownNamespace: defineProblem(
    "matching/unknown-namespace",
    422,
    "No policy is declared for this kind of identifier",
  ),
  noIdentifier: defineProblem("matching/no-identifier", 422, "No usable identifier is left to match by"),
  notJoined: defineProblem("matching/not-joined", 404, "The two identifiers do not belong to one customer"),
  unknownMerge: defineProblem("matching/unknown-merge", 404, "There is no such merge, or it is already undone"),
  unknownCustomer: defineProblem("matching/unknown-customer", 404, "There is no such customer"),
  notSeparable: defineProblem("matching/not-separable", 409, "The identifiers cannot be separated this way"),
  noRecords: defineProblem("matching/no-records", 422, "There are too few records to compare"),
  noFields: defineProblem("matching/no-fields", 422, "No field is declared for comparison or blocking"),
  noCandidates: defineProblem("matching/no-candidates", 422, "No two records share a blocking key"),
  notANumber: defineProblem("matching/not-a-number", 422, "A number is not finite or outside its range"),
} as const;

export type MatchingProblemCode = (typeof MATCHING_PROBLEMS)[keyof typeof MATCHING_PROBLEMS]["code"];

/** A refusal of this part. */
export type MatchingRefusal = Problem<MatchingProblemCode>;

export type Matched<T> = Result<T, MatchingRefusal>;

/** Shorthand for `err(problem(MATCHING_PROBLEMS[name], …))`. */
export const refuseMatch = (
  name: keyof typeof MATCHING_PROBLEMS,
  detail: string,
  params?: Problem["params"],
): Result<never, MatchingRefusal> =>
  err(problem<MatchingProblemCode>(MATCHING_PROBLEMS[name], detail, params === undefined ? {} : { params }));
