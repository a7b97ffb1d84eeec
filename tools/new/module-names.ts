import type { Name } from "./names.ts";

/** What the templates of a module need to know. */
export interface ModuleNames {
  readonly module: Name;
  readonly entity: Name;
  readonly entities: Name;
  /** Prefix of the ids, three letters. */
  readonly prefix: string;
}
