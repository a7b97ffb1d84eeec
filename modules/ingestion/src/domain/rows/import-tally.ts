import { Ordinals } from "./ordinals.ts";
import type { ImportedFact } from "./row-parser.ts";
import type { RowOutcome, RowProblemCode, SkipReason } from "./row-problem.ts";

/** Sums of one currency, minor units. For ads `grossMinor` is the spend and `netMinor` the conversion value. */
export interface TallyAmounts {
  readonly currency: string;
  readonly grossMinor: number;
  readonly netMinor: number;
}

/** What an import did or would do. `rows` = accepted + quarantined + skipped. */
export interface ImportTotals {
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly skipped: Readonly<Record<SkipReason, number>>;
  readonly problems: Readonly<Partial<Record<RowProblemCode, number>>>;
  readonly amounts: readonly TallyAmounts[];
  /** Orders with at least one sale line; 0 for ads. */
  readonly orders: number;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

/** Totals with what only a look at the stores can tell. */
export interface ImportResult extends ImportTotals {
  /** Accepted rows that state a fact which is there already. */
  readonly restated: number;
  /** Rows whose campaign key or link code names nothing in the workspace. */
  readonly unresolved: number;
}

/** Adds up outcomes as they pass. */
export class ImportTally {
  #rows = 0;
  #accepted = 0;
  #quarantined = 0;
  readonly #skipped: Record<SkipReason, number> = { blank: 0, totals: 0, note: 0, header: 0 };
  readonly #problems: Partial<Record<RowProblemCode, number>> = {};
  readonly #amounts = new Map<string, { grossMinor: number; netMinor: number }>();
  readonly #orders = new Ordinals();
  #firstOn: string | null = null;
  #lastOn: string | null = null;

  add(outcome: RowOutcome<ImportedFact>): void {
    this.#rows += 1;
    switch (outcome.kind) {
      case "skipped":
        this.#skipped[outcome.reason] += 1;
        return;
      case "problems":
        this.#quarantined += 1;
        for (const code of new Set(outcome.problems.map((p) => p.code)))
          this.#problems[code] = (this.#problems[code] ?? 0) + 1;
        return;
      case "fact":
        this.#accepted += 1;
        this.#addFact(outcome.fact);
        return;
    }
  }

  #addFact(fact: ImportedFact): void {
    const on = fact.type === "orders" ? fact.orderedOn : fact.factOn;
    if (this.#firstOn === null || on < this.#firstOn) this.#firstOn = on;
    if (this.#lastOn === null || on > this.#lastOn) this.#lastOn = on;
    if (fact.type === "orders" && fact.kind === "sale") this.#orders.next(fact.orderNo);
    const sums = this.#amounts.get(fact.currency) ?? { grossMinor: 0, netMinor: 0 };
    sums.grossMinor += fact.type === "orders" ? fact.grossMinor : fact.spendMinor;
    sums.netMinor += fact.type === "orders" ? fact.netMinor : fact.conversionValueMinor;
    this.#amounts.set(fact.currency, sums);
  }

  totals(): ImportTotals {
    return {
      rows: this.#rows,
      accepted: this.#accepted,
      quarantined: this.#quarantined,
      skipped: { ...this.#skipped },
      problems: { ...this.#problems },
      amounts: [...this.#amounts].map(([currency, sums]) => ({ currency, ...sums })),
      orders: this.#orders.size,
      firstOn: this.#firstOn,
      lastOn: this.#lastOn,
    };
  }
}
