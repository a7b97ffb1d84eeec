import { defineProblem } from "@yutu/kernel";

export const mspdiMalformedXml = defineProblem(
  "scheduling/mspdi-malformed-xml",
  422,
  "The file is not well-formed XML",
);
export const mspdiUnsafeXml = defineProblem(
  "scheduling/mspdi-unsafe-xml",
  422,
  "The file uses XML that is not accepted",
);
export const mspdiNotAProject = defineProblem(
  "scheduling/mspdi-not-a-project",
  422,
  "The file is not a Microsoft Project XML file",
);
export const mspdiInvalidValue = defineProblem(
  "scheduling/mspdi-invalid-value",
  422,
  "A field of the file has a value that is not allowed",
);
export const mspdiInconsistent = defineProblem(
  "scheduling/mspdi-inconsistent",
  422,
  "The file refers to something that it does not contain",
);

export type MspdiProblemCode =
  | "scheduling/mspdi-malformed-xml"
  | "scheduling/mspdi-unsafe-xml"
  | "scheduling/mspdi-not-a-project"
  | "scheduling/mspdi-invalid-value"
  | "scheduling/mspdi-inconsistent";
