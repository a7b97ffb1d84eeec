export const TEXT_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/**
 * The encoding of a text file by its beginning: a byte order mark, else UTF-8 if every byte fits, else GB18030, which
 * holds GBK and GB2312 and reads any bytes. A character cut off by the end of the sample does not count against UTF-8.
 * @param head the first bytes of the file; more is safer, 64 KB is plenty
 */
export function detectEncoding(head: Uint8Array): TextEncoding {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(head, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(head, 0xfe, 0xff)) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "gb18030";
  }
}

/** The first bytes of a ZIP archive, which every XLSX file is. */
export const looksLikeZip = (head: Uint8Array): boolean => startsWith(head, 0x50, 0x4b, 0x03, 0x04);
/** The first bytes of the binary Excel format of before 2007, which is not read. */
export const looksLikeOldExcel = (head: Uint8Array): boolean => startsWith(head, 0xd0, 0xcf, 0x11, 0xe0);
