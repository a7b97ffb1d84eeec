/** A first name for an asset from its file: without the ending, blanks for underscores, at most 120 characters. */
export function assetNameOf(fileName: string): string {
  const dot = fileName.lastIndexOf(".");
  const base = dot > 0 ? fileName.slice(0, dot) : fileName;
  return base.replaceAll("_", " ").trim().slice(0, 120) || fileName.slice(0, 120);
}
