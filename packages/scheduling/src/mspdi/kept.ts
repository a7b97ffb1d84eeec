import type { XmlElement, XmlNode } from "./xml/node.ts";

/** A part of the file that this package does not interpret, and its place among the parts it does. */
export interface Unknown {
  readonly node: XmlNode;
  /** Container element inside the record, when it was found there. */
  readonly within?: string;
  /** Name of the next known element, null at the end; `nth` counts equal names from 0. */
  readonly before: string | null;
  readonly nth: number;
}

/** What a record carries besides its known fields, so that nothing of a file is lost. */
export interface Kept {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly unknown?: readonly Unknown[];
}

export interface Recorded {
  readonly kept?: Kept;
}

/** Children that are not understood, each with the understood sibling that follows it. O(children). */
export function strangers(children: readonly XmlNode[], understood: (node: XmlElement) => boolean): Unknown[] {
  const result: Unknown[] = [];
  const seen = new Map<string, number>();
  let waiting: XmlNode[] = [];
  for (const node of children) {
    if (node.kind === "element" && understood(node)) {
      const nth = seen.get(node.name) ?? 0;
      seen.set(node.name, nth + 1);
      for (const stranger of waiting) result.push({ node: stranger, before: node.name, nth });
      waiting = [];
    } else if (node.kind !== "text" || node.text.trim() !== "") waiting.push(node);
  }
  for (const stranger of waiting) result.push({ node: stranger, before: null, nth: 0 });
  return result;
}

/** Puts strangers back before the sibling they were found before; when that is gone they go to the end. O(children). */
export function reinsert(children: readonly XmlElement[], unknown: readonly Unknown[]): readonly XmlNode[] {
  if (unknown.length === 0) return children;
  const places = new Map<string, XmlNode[]>();
  for (const { before, nth, node } of unknown) {
    const place = before === null ? "" : `${before} ${nth}`;
    places.set(place, [...(places.get(place) ?? []), node]);
  }
  const merged: XmlNode[] = [];
  const seen = new Map<string, number>();
  for (const child of children) {
    const nth = seen.get(child.name) ?? 0;
    seen.set(child.name, nth + 1);
    const place = `${child.name} ${nth}`;
    merged.push(...(places.get(place) ?? []), child);
    places.delete(place);
  }
  for (const nodes of places.values()) merged.push(...nodes);
  return merged;
}
