/** One way to recognise a customer. Equal text in another namespace or scope is another identifier. */
export interface IdentifierKey {
  /** Kind, e.g. `phone`, `unionid`, `ouid`. */
  readonly namespace: string;
  /** Where the value is unique: a shop, an app, a corp; empty for everywhere. */
  readonly scope: string;
  /** Normalised value. */
  readonly value: string;
}

/** An identifier held by a customer. */
export interface HeldIdentifier extends IdentifierKey {
  readonly heldSinceMs: number;
  /** End of validity (exclusive), or null. */
  readonly validToMs: number | null;
}

/** How identifiers of one namespace may join customers. */
export interface IdentifierPolicy {
  readonly namespace: string;
  /** False: kept as an attribute, never used to find or join customers (Taobao oaid). */
  readonly linkable: boolean;
  /** 1 is the strongest; the weakest is given up first when a join would break a limit. */
  readonly priority: number;
  /** How many a customer may hold per scope; null for no limit. */
  readonly limit: number | null;
  /** The limit counts only identifiers taken up within so many days. */
  readonly limitWindowDays?: number;
  /** Identifiers stop to count so many days after they were taken up. */
  readonly lifetimeDays?: number;
  /** True when it names a known person (phone, member number); false for cookies and devices. */
  readonly identifies: boolean;
  /** Regular expressions of values to ignore, beside those ignored everywhere. */
  readonly blockedPatterns?: readonly string[];
}

/** Identifiers seen together: a log-in, an order, an imported row. */
export interface Observation {
  readonly id: string;
  readonly atMs: number;
  /** Where it was seen, for explanations: `order`, `import`, `manual`. */
  readonly source: string;
  readonly identifiers: readonly IdentifierKey[];
}

const SEPARATOR = "\u001f";

/** Text key of an identifier, for maps. */
export const keyOf = (identifier: IdentifierKey): string =>
  `${identifier.namespace}${SEPARATOR}${identifier.scope}${SEPARATOR}${identifier.value}`;

/** The identifier a text key stands for. */
export function identifierOf(key: string): IdentifierKey {
  const [namespace = "", scope = "", ...value] = key.split(SEPARATOR);
  return { namespace, scope, value: value.join(SEPARATOR) };
}
