/**
 * The linear sum assignment problem: every row gets its own column at least total cost. Shortest augmenting paths with
 * dual prices (Kuhn 1955; Munkres 1957; Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse
 * linear assignment problems", Computing 38 (1987)). Prices stay valid when a pair is forbidden, so a change costs one
 * augmentation, O(columns²) at worst, instead of a new solution.
 */
export class AssignmentSolver {
  /** Column of each row, −1 while it has none. */
  readonly columnOf: Int32Array;
  private readonly rowOf: Int32Array;
  private readonly rowPrice: Float64Array;
  private readonly columnPrice: Float64Array;
  private readonly distance: Float64Array;
  private readonly previous: Int32Array;
  private readonly reached: Uint8Array;

  /** @param cost row by row; Infinity forbids a pair; no cost is negative. Owned by the solver from now on. */
  constructor(
    readonly rows: number,
    readonly columns: number,
    private readonly cost: Float64Array,
  ) {
    this.columnOf = new Int32Array(rows).fill(-1);
    this.rowOf = new Int32Array(columns).fill(-1);
    this.rowPrice = new Float64Array(rows);
    this.columnPrice = new Float64Array(columns);
    this.distance = new Float64Array(columns);
    this.previous = new Int32Array(columns);
    this.reached = new Uint8Array(columns);
  }

  /** Gives every row a column; false when some row can have none. O(rows · columns²) at worst. */
  solve(): boolean {
    let complete = true;
    for (let row = 0; row < this.rows; row++) {
      if (this.columnOf[row] === -1 && !this.assign(row)) complete = false;
    }
    return complete;
  }

  /** Forbids a pair for good and takes it apart when it is in use. */
  forbid(row: number, column: number): void {
    this.cost[row * this.columns + column] = Number.POSITIVE_INFINITY;
    if (this.columnOf[row] === column) this.release(row, column);
  }

  /**
   * Takes a pair apart. A column that nobody has must be free of charge, or later rows would shun it; rows that now want
   * it more than what they have let go of theirs, and so on, at most once per column.
   */
  private release(row: number, column: number): void {
    const open: [number, number][] = [[row, column]];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const [owner, left] = pair;
      this.columnOf[owner] = -1;
      this.rowOf[left] = -1;
      this.columnPrice[left] = 0;
      for (let other = 0; other < this.rows; other++) {
        const wish = this.cost[other * this.columns + left] as number;
        if (wish >= (this.rowPrice[other] as number)) continue;
        this.rowPrice[other] = wish;
        const own = this.columnOf[other] as number;
        if (own >= 0 && this.reduced(other, own) > 1e-12 && !open.some(([, c]) => c === own)) open.push([other, own]);
      }
    }
  }

  /** What the row would pay in another column beyond its present price: its cheapest way out of `column`. */
  regret(row: number, isAllowed: (column: number) => boolean): number {
    let least = Number.POSITIVE_INFINITY;
    for (let column = 0; column < this.columns; column++) {
      if (isAllowed(column)) least = Math.min(least, this.reduced(row, column));
    }
    return least;
  }

  /** Gives one more row a column, moving others where that is cheapest; false when there is no way. */
  assign(row: number): boolean {
    const { distance, previous, reached, columns } = this;
    distance.fill(Number.POSITIVE_INFINITY);
    reached.fill(0);
    let at = row;
    let from = -1;
    let travelled = 0;
    for (;;) {
      let next = -1;
      for (let column = 0; column < columns; column++) {
        if (reached[column] === 1) continue;
        const length = travelled + this.reduced(at, column);
        if (length < (distance[column] as number)) {
          distance[column] = length;
          previous[column] = from;
        }
        if (next < 0 || (distance[column] as number) < (distance[next] as number)) next = column;
      }
      if (next < 0 || distance[next] === Number.POSITIVE_INFINITY) return false;
      travelled = distance[next] as number;
      reached[next] = 1;
      from = next;
      at = this.rowOf[next] as number;
      if (at < 0) break;
    }
    this.reprice(row, travelled);
    this.flip(row, from);
    return true;
  }

  private reduced(row: number, column: number): number {
    const price = (this.rowPrice[row] as number) + (this.columnPrice[column] as number);
    return Math.max(0, (this.cost[row * this.columns + column] as number) - price);
  }

  /** Keeps every pair in use at reduced cost zero after a path of this length. */
  private reprice(row: number, length: number): void {
    this.rowPrice[row] = (this.rowPrice[row] as number) + length;
    for (let column = 0; column < this.columns; column++) {
      if (this.reached[column] === 0) continue;
      const saved = length - (this.distance[column] as number);
      this.columnPrice[column] = (this.columnPrice[column] as number) - saved;
      const owner = this.rowOf[column] as number;
      if (owner >= 0) this.rowPrice[owner] = (this.rowPrice[owner] as number) + saved;
    }
  }

  private flip(row: number, end: number): void {
    let column = end;
    while (column >= 0) {
      const before = this.previous[column] as number;
      const owner = before < 0 ? row : (this.rowOf[before] as number);
      this.rowOf[column] = owner;
      this.columnOf[owner] = column;
      column = before;
    }
  }
}
