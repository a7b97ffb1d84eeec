import type { CallInput, OperationOutput } from "@yutu/contract";
import type { ingestion } from "../../contract/index.ts";

/** How a file is read, as the server proposes it and as the person changes it. */
export type FilePreview = OperationOutput<typeof ingestion.previewImportFile>;
export type Settings = FilePreview["settings"];
export type LayoutChoice = Omit<NonNullable<CallInput<typeof ingestion.previewImportFile>["query"]>, "sourceId">;
