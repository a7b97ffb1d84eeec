import { defineProblem } from "@yutu/kernel";

export const ingestionProblems = {
  fileTooLarge: defineProblem("ingestion/file-too-large", 413, "The file is larger than an import may be"),
  fileEmpty: defineProblem("ingestion/file-empty", 422, "The file has no content"),
  unreadableFile: defineProblem("ingestion/unreadable-file", 422, "The file is no table that can be read"),
  oldExcel: defineProblem("ingestion/old-excel", 422, "The binary Excel format of before 2007 is not read"),
  noHeader: defineProblem("ingestion/no-header", 422, "No line of headings was found"),
  mappingIncomplete: defineProblem("ingestion/mapping-incomplete", 422, "A required field has no column"),
  unknownTimeZone: defineProblem("ingestion/unknown-time-zone", 422, "There is no such time zone"),
  unknownChannel: defineProblem("ingestion/unknown-channel", 422, "There is no such channel"),
  importNotReady: defineProblem(
    "ingestion/import-not-ready",
    409,
    "The import is not in a state in which this can be done",
  ),
  nothingToImport: defineProblem("ingestion/nothing-to-import", 422, "No row of the file can be imported"),
  sourceNameTaken: defineProblem("ingestion/source-name-taken", 409, "A source has this name already"),
  sourceDisabled: defineProblem("ingestion/source-disabled", 409, "The source is switched off"),
  sourceKind: defineProblem("ingestion/source-kind", 422, "The source is of another kind"),
  rowResolved: defineProblem("ingestion/row-resolved", 409, "The row has been dealt with"),
  rowStillWrong: defineProblem("ingestion/row-still-wrong", 422, "The corrected row still breaks a rule"),
  linkNaming: defineProblem("ingestion/link-naming", 422, "The link breaks a naming rule"),
  linkTarget: defineProblem("ingestion/link-target", 422, "The address cannot be linked to"),
} as const;
