import type { BindValues } from "../engine.ts";

/** What the child is started with, as one JSON argument. */
export interface ChildOptions {
  readonly dataDir: string;
  readonly configFile: string;
  /** Sessions that work; one more is kept for stopping queries. */
  readonly sessions: number;
}

export type ChildRequest =
  | {
      readonly id: number;
      readonly kind: "query" | "command";
      readonly sql: string;
      readonly params: BindValues;
      readonly timeoutMs: number;
    }
  | {
      readonly id: number;
      readonly kind: "insert";
      readonly table: string;
      readonly lines: Uint8Array;
      readonly settings: Readonly<Record<string, string | number>>;
      readonly timeoutMs: number;
    }
  | { readonly id: number; readonly kind: "cancel"; readonly target: number }
  | { readonly id: number; readonly kind: "close" };

export type ChildReply =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "done"; readonly id: number; readonly text: string }
  | { readonly kind: "failed"; readonly id: number; readonly code: number; readonly message: string };
