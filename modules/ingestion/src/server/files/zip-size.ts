const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LONGEST_COMMENT = 65_557;

/**
 * Sum of the unpacked sizes that the directory of a ZIP archive declares; null when there is no such directory.
 * For refusing archives that unpack into far more than they should before anything is unpacked.
 */
export function unpackedBytes(archive: Uint8Array): number | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const earliest = Math.max(0, archive.length - LONGEST_COMMENT);
  let end = archive.length - 22;
  while (end >= earliest && view.getUint32(end, true) !== END_MARK) end--;
  if (end < earliest) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== ENTRY_MARK) return null;
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
