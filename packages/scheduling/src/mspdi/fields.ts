import type { Result } from "@yutu/kernel";
import { type Recorded, reinsert, strangers } from "./kept.ts";
import { type Field, type InvalidValue, invalidValue, type RecordType } from "./record.ts";
import type { Scalar } from "./scalar.ts";
import { element, hasElements, text, textOf, type XmlElement } from "./xml/node.ts";

/** Keys of `R` that hold a `V`. */
type KeysOf<R, V> = { [K in keyof R]-?: NonNullable<R[K]> extends V ? K : never }[keyof R];

const isBare = (node: XmlElement): boolean => Object.keys(node.attributes).length === 0;

/** A child element with text content. An empty number or date says nothing and is kept as unknown. */
export function scalar<R, K extends keyof R>(tag: string, key: K, kind: Scalar<NonNullable<R[K]>>): Field<R> {
  return {
    tag,
    many: false,
    accepts: (node) => isBare(node) && !hasElements(node) && (kind.mayBeEmpty === true || textOf(node) !== ""),
    read([node], draft, where) {
      const value = node === undefined ? undefined : kind.read(textOf(node));
      if (value === undefined) return invalidValue(where, tag, `must be ${kind.expects}`);
      draft[key] = value;
      return null;
    },
    write(record) {
      const value = record[key];
      return value === undefined || value === null ? [] : [element(tag, [text(kind.write(value))])];
    },
  };
}

/** The values of all results, or the first refusal. */
function values<T>(results: readonly Result<T, InvalidValue>[]): readonly T[] | InvalidValue {
  const list: T[] = [];
  for (const result of results) {
    if (!result.ok) return result.error;
    list.push(result.value);
  }
  return list;
}

const isList = <T>(value: readonly T[] | InvalidValue): value is readonly T[] => Array.isArray(value);

/** Elements that stand repeatedly in the record itself. */
export function repeated<R, T extends Recorded>(
  tag: string,
  key: KeysOf<R, readonly T[]>,
  type: RecordType<T>,
): Field<R> {
  return {
    tag,
    many: true,
    accepts: () => true,
    read(found, draft) {
      const items = values(found.map((node) => type.read(node)));
      if (!isList(items)) return items;
      Object.assign(draft, { [key]: items });
      return null;
    },
    write: (record) => ((record[key] ?? []) as readonly T[]).map((item) => type.write(tag, item)),
  };
}

/** One nested record. */
export function nested<R, T extends Recorded>(tag: string, key: KeysOf<R, T>, type: RecordType<T>): Field<R> {
  return {
    tag,
    many: false,
    accepts: () => true,
    read([node], draft) {
      if (node === undefined) return null;
      const item = type.read(node);
      if (!item.ok) return item.error;
      Object.assign(draft, { [key]: item.value });
      return null;
    },
    write(record) {
      const value = record[key] as T | undefined;
      return value === undefined ? [] : [type.write(tag, value)];
    },
  };
}

/** A container such as `Tasks` whose children are items such as `Task`; an empty container is an empty list. */
export function container<R, T extends Recorded>(
  tag: string,
  itemTag: string,
  key: KeysOf<R, readonly T[]>,
  type: RecordType<T>,
): Field<R> {
  return {
    tag,
    many: false,
    accepts: isBare,
    read([node], draft, _, unknown) {
      const children = node?.children ?? [];
      const items = values(
        children.flatMap((child) => (child.kind === "element" && child.name === itemTag ? [type.read(child)] : [])),
      );
      if (!isList(items)) return items;
      for (const stranger of strangers(children, ({ name }) => name === itemTag))
        unknown.push({ ...stranger, within: tag });
      Object.assign(draft, { [key]: items });
      return null;
    },
    write(record, unknown) {
      const items = record[key] as readonly T[] | undefined;
      if (items === undefined) return [];
      const children = items.map((item) => type.write(itemTag, item));
      return [
        element(
          tag,
          reinsert(
            children,
            unknown.filter(({ within }) => within === tag),
          ),
        ),
      ];
    },
  };
}
