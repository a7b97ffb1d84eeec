export const FILE_KINDS = ["image", "video", "audio", "document", "sheet", "archive", "other"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const DOCUMENTS = new Set([
  "application/pdf",
  "application/msword",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/rtf",
  "text/plain",
  "text/markdown",
]);
const SHEETS = new Set([
  "text/csv",
  "application/vnd.ms-excel",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
]);
const ARCHIVES = new Set([
  "application/zip",
  "application/x-7z-compressed",
  "application/gzip",
  "application/x-rar-compressed",
  "application/x-tar",
]);

/** The class of a file by its content type. */
export function kindOf(contentType: string): FileKind {
  const [type = ""] = contentType.split(";");
  if (type.startsWith("image/")) return "image";
  if (type.startsWith("video/")) return "video";
  if (type.startsWith("audio/")) return "audio";
  if (DOCUMENTS.has(type)) return "document";
  if (SHEETS.has(type)) return "sheet";
  return ARCHIVES.has(type) ? "archive" : "other";
}

// Text formats have no signature to sniff; these few may be believed by their ending because they run nothing.
const BY_ENDING: Readonly<Record<string, string>> = { csv: "text/csv", txt: "text/plain", md: "text/markdown" };

/** Content type to store: what the bytes show, else a harmless text type by its ending, else unknown bytes. */
export const contentTypeOf = (sniffed: string | undefined, name: string): string =>
  sniffed ?? BY_ENDING[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";

/** A file name without folders and control characters, at most 200 characters, ending kept. */
export function cleanFileName(name: string): string {
  const base = (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").trim();
  if (base === "" || /^\.+$/.test(base)) return "file";
  if (base.length <= 200) return base;
  const dot = base.lastIndexOf(".");
  const ending = dot > 0 && base.length - dot <= 12 ? base.slice(dot) : "";
  return base.slice(0, 200 - ending.length) + ending;
}
