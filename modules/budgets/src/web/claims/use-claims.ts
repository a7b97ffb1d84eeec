import type { OperationOutput } from "@yutu/contract";
import type { budgets } from "../../contract/index.ts";

export type Claim = OperationOutput<typeof budgets.getClaim>;
export type ClaimStatus = Claim["status"];
