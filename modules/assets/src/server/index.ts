import { defineModule } from "@yutu/application";
import { operations } from "./operations.ts";

export { type AssetLedgerEntry, assetLedger } from "./asset-ledger.ts";
export {
  type AttachmentTarget,
  attachFile,
  countFilesOf,
  detachFile,
  type FileRow,
  filesOf,
  findFile,
  findReadableFile,
} from "./attachments.ts";

export const assetsModule = defineModule({ name: "assets", operations });
