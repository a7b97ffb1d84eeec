import type { OperationOutput } from "@yutu/contract";
import type { retrospectives } from "../contract/index.ts";
import type { RetrospectiveDocument } from "../domain/document.ts";

export type Retrospective = OperationOutput<typeof retrospectives.getRetrospective>;
export type Written = Retrospective & { readonly document: RetrospectiveDocument };
export type Lesson = Retrospective["lessons"][number];
