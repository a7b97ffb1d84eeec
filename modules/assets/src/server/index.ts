export {
  type AttachmentTarget,
  attachFile,
  detachFile,
  type FileRow,
  filesOf,
  findFile,
  findReadableFile,
} from "./attachments.ts";
