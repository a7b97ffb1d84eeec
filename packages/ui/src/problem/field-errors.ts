import type { ProblemBody } from "@yutu/contract";

export type FieldName = (string | number)[];

export interface FieldError {
  readonly name: FieldName;
  readonly code: string;
}

/** `/body/lines/2/amountMinor` → `["lines", 2, "amountMinor"]` (RFC 6901); the first part says where in the request. */
export function fieldName(pointer: string): FieldName {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const inside = parts[0] === "body" || parts[0] === "query" || parts[0] === "params" ? parts.slice(1) : parts;
  return inside.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

export const fieldErrors = (problem: ProblemBody | undefined): FieldError[] =>
  (problem?.errors ?? []).map(({ pointer, code }) => ({ name: fieldName(pointer), code }));

type FieldReason =
  | "required"
  | "invalid"
  | "tooShort"
  | "tooLong"
  | "date"
  | "email"
  | "taken"
  | "duplicate"
  | "wrong"
  | "unknown"
  | "check";

/** The reason behind the code of a schema's issue or of a module, as far as a person can act on it; a module's own sentence says the rest. */
export function fieldReason(code: string): FieldReason {
  switch (code) {
    case "required":
    case "missing":
      return "required";
    case "too_small":
    case "too-short":
      return "tooShort";
    case "too_big":
      return "tooLong";
    case "date":
      return "date";
    case "email":
      return "email";
    case "taken":
      return "taken";
    case "duplicate":
    case "twice":
      return "duplicate";
    case "wrong":
      return "wrong";
    case "unknown":
      return "unknown";
    default:
      return code.startsWith("invalid") ? "invalid" : "check";
  }
}
