import { defineProblem } from "@yutu/kernel";

export const assetProblems = {
  fileTooLarge: defineProblem("assets/file-too-large", 413, "The file is larger than allowed"),
  fileEmpty: defineProblem("assets/file-empty", 422, "The file is empty"),
  unknownFile: defineProblem("assets/unknown-file", 422, "There is no such uploaded file"),
  sameBytes: defineProblem("assets/same-bytes", 409, "The same file is in the library already"),
  sameAsCurrent: defineProblem("assets/same-as-current", 409, "The new version is the same file as the current one"),
} as const;
