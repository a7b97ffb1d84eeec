import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { type Kept, type Recorded, reinsert, strangers, type Unknown } from "./kept.ts";
import { mspdiInvalidValue } from "./problems.ts";
import { element, type XmlElement, type XmlNode } from "./xml/node.ts";

export type InvalidValue = Problem<"scheduling/mspdi-invalid-value">;

/** @param where such as `Task 12 (Key visual)`; @param rule such as `must be a whole number`. */
export const invalidValue = (where: string, field: string, rule: string): InvalidValue =>
  problem(mspdiInvalidValue, `${where}: ${field} ${rule}`, { params: { where, field, rule } });

export type Draft<R> = { -readonly [K in keyof R]?: R[K] };

/** One known child element, list of elements or container of a record. */
export interface Field<R> {
  readonly tag: string;
  /** False for an element that carries nothing this field could hold; it is then kept as it is. */
  accepts(node: XmlElement): boolean;
  /** May the element stand more than once? */
  readonly many: boolean;
  /** Null when read, else the reason for the refusal. Strangers inside a container go to `unknown`. */
  read(found: readonly XmlElement[], draft: Draft<R>, where: string, unknown: Unknown[]): InvalidValue | null;
  write(record: R, unknown: readonly Unknown[]): readonly XmlElement[];
}

/** How a kind of record is read and written. Writing and reading again gives the same record. */
export interface RecordType<R extends Recorded> {
  read(node: XmlElement): Result<R, InvalidValue>;
  write(tag: string, record: R): XmlElement;
}

export interface RecordShape<R extends Recorded> {
  /** In the order of the file format's schema. */
  readonly fields: readonly Field<R>[];
  /** Keys that must be there, with their element names. */
  readonly required: Readonly<Partial<Record<keyof R & string, string>>>;
  /** A name for refusals, such as `Task 12 (Key visual)`. */
  readonly describe: (node: XmlElement) => string;
}

function keptOf(attributes: XmlElement["attributes"], unknown: readonly Unknown[]): { kept?: Kept } {
  const hasAttributes = Object.keys(attributes).length > 0;
  if (!hasAttributes && unknown.length === 0) return {};
  return { kept: { ...(hasAttributes ? { attributes } : {}), ...(unknown.length > 0 ? { unknown } : {}) } };
}

function readRecord<R extends Recorded>(
  node: XmlElement,
  shape: RecordShape<R>,
  byTag: ReadonlyMap<string, Field<R>>,
): Result<R, InvalidValue> {
  const found = new Map<string, XmlElement[]>();
  const understood = (child: XmlNode): child is XmlElement =>
    child.kind === "element" && byTag.get(child.name)?.accepts(child) === true;
  for (const child of node.children) {
    if (!understood(child)) continue;
    const list = found.get(child.name);
    if (list === undefined) found.set(child.name, [child]);
    else list.push(child);
  }
  const unknown = strangers(node.children, understood);
  const draft: Draft<R> = {};
  for (const [tag, elements] of found) {
    const field = byTag.get(tag);
    if (field === undefined) continue;
    if (!field.many && elements.length > 1) return err(invalidValue(shape.describe(node), tag, "stands twice"));
    const refusal = field.read(elements, draft, shape.describe(node), unknown);
    if (refusal !== null) return err(refusal);
  }
  for (const [key, tag] of Object.entries(shape.required)) {
    if (!(key in draft)) return err(invalidValue(shape.describe(node), String(tag), "is missing"));
  }
  return ok({ ...draft, ...keptOf(node.attributes, unknown) } as R);
}

export function recordType<R extends Recorded>(shape: RecordShape<R>): RecordType<R> {
  const byTag = new Map(shape.fields.map((field) => [field.tag, field]));
  return {
    read: (node) => readRecord(node, shape, byTag),
    write(tag, record) {
      const unknown = record.kept?.unknown ?? [];
      const children = shape.fields.flatMap((field) => field.write(record, unknown));
      const own = unknown.filter(({ within }) => within === undefined);
      return element(tag, reinsert(children, own), record.kept?.attributes ?? {});
    },
  };
}
