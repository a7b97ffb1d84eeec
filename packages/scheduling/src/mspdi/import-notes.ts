/** Something of a file that a plan on whole days cannot say exactly; shown to the user after an import. */
export interface MspdiNote {
  readonly kind:
    | "duration-rounded"
    | "lag-rounded"
    | "inactive-task-left-out"
    | "external-link-left-out"
    | "link-left-out"
    | "constraint-left-out"
    | "exception-left-out"
    | "missing-reference";
  /** `Task 12 主图` or `Calendar 3 Night shift`. */
  readonly where: string;
  readonly detail: string;
}

export class ImportNotes {
  readonly list: MspdiNote[] = [];

  add(kind: MspdiNote["kind"], where: string, detail: string): void {
    this.list.push({ kind, where, detail });
  }
}
