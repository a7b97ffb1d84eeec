import type { OperationOutput } from "@yutu/contract";
import type { ingestion } from "../../contract/index.ts";

export type ImportFile = OperationOutput<typeof ingestion.takeSampleFile>;

/** What the first step settles. */
export interface Chosen {
  readonly fileId: string;
  readonly sourceId: string;
  readonly projectId: string | null;
}
