import type pg from "pg";

/** A text that was asked so often is worth a plan of its own on every connection. */
const OFTEN = 8;
/** Each plan takes some tens of kilobytes on each connection that has used it. */
const MOST_PREPARED = 250;
/** Longer texts carry rows by the hundred: their plans are large and cost little beside the rows. */
const LONGEST = 8_000;
/** Texts that are counted at once; lists of changing length make ever new ones, which must not pile up. */
const MOST_COUNTED = 2_000;

/**
 * Names for statements whose text comes again and again. A named statement is parsed and rewritten once per connection, and
 * planned a few times until the server finds a plan that fits all values; behind row-level security that takes longer than most
 * of our statements run. Texts that come seldom stay unnamed.
 */
export class Statements {
  readonly #asked = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** The name under which a text is prepared; undefined as long as it is asked too seldom. */
  nameOf(text: string): string | undefined {
    if (text.length > LONGEST) return undefined;
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_PREPARED) return known;
    const asked = (this.#asked.get(text) ?? 0) + 1;
    if (asked < OFTEN) {
      if (this.#asked.size >= MOST_COUNTED) this.#asked.clear();
      this.#asked.set(text, asked);
      return undefined;
    }
    this.#asked.delete(text);
    const name = `yutu_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

/** A connection as the query builder uses it: it hands over a text, how to read the answer, and the values apart. */
export interface Asking {
  query(config: pg.QueryConfig, values: unknown[]): Promise<pg.QueryResult>;
}

/** The same connection, with the statements that come often prepared. */
export const preparing = (client: Asking, statements: Statements): Asking => ({
  query: (config, values) => client.query({ ...config, name: statements.nameOf(config.text) }, values),
});
