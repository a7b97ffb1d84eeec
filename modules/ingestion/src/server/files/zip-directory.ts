const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_557;
const NAMES_ARE_UTF8 = 1 << 11;

/** How the content of an entry is packed; workbooks use no other ways. */
export const STORED = 0;
export const DEFLATED = 8;

/** What the directory of an archive says about one of its files. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where its local header begins. */
  readonly headerAt: number;
}

/** The entries that the directory of a ZIP archive declares, in its order; null when there is no such directory. */
export function zipEntries(archive: Uint8Array): ZipEntry[] | null {
  const view = viewOf(archive);
  const earliest = Math.max(0, archive.length - LONGEST_COMMENT);
  let end = archive.length - 22;
  while (end >= earliest && view.getUint32(end, true) !== END_MARK) end--;
  if (end < earliest) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== ENTRY_MARK) return null;
    const nameBytes = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The content of an entry as it lies in the archive; null when the archive is too short for it. */
export function packedContent(archive: Uint8Array, { headerAt, packedBytes }: ZipEntry): Uint8Array | null {
  if (headerAt + LOCAL_BYTES > archive.length) return null;
  const view = viewOf(archive);
  if (view.getUint32(headerAt, true) !== LOCAL_MARK) return null;
  const from = headerAt + LOCAL_BYTES + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  return from + packedBytes > archive.length ? null : archive.subarray(from, from + packedBytes);
}

/** A local header that says all sizes before the content, as a reader needs it that never goes back. */
export function localHeader({ name, method, packedBytes, unpackedBytes }: Omit<ZipEntry, "headerAt">): Uint8Array {
  const nameBytes = new TextEncoder().encode(name);
  const header = new Uint8Array(LOCAL_BYTES + nameBytes.length);
  const view = viewOf(header);
  view.setUint32(0, LOCAL_MARK, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, NAMES_ARE_UTF8, true);
  view.setUint16(8, method, true);
  view.setUint32(18, packedBytes, true);
  view.setUint32(22, unpackedBytes, true);
  view.setUint16(26, nameBytes.length, true);
  header.set(nameBytes, LOCAL_BYTES);
  return header;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
