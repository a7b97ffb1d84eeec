import type { Readable } from "node:stream";
import type { TenantTx } from "@yutu/database";
import type { Account, Actor } from "./actor.ts";
import type { Services } from "./services.ts";

/** One request of a member, inside an open transaction. */
export interface Call {
  readonly tx: TenantTx;
  readonly actor: Actor;
  readonly services: Services;
  readonly requestId: string;
}

/** One request of a member whose work is not one transaction: uploads, downloads, warehouse questions. */
export interface LongCall {
  readonly actor: Actor;
  readonly services: Services;
  readonly requestId: string;
  /** A transaction of the actor, recorded under this operation. */
  withTenant<T>(fn: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** The raw request body of an operation with `bodyKind: "stream"`. */
  readonly stream: Readable;
  readonly contentType: string;
  /** Fires when the client goes away. */
  readonly signal: AbortSignal;
}

/** One request before or outside a workspace: signing up and in, choosing a workspace. */
export interface AccountCall {
  /** Set for operations with access `account`; null for `public` ones unless a session came along. */
  readonly account: Account | null;
  readonly services: Services;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
  readonly session: {
    /** The session token the request came with, if any. */
    readonly current: string | null;
    set(token: string, maxAgeSeconds: number): void;
    clear(): void;
  };
}

/** Work that follows from an event or a job; it acts for the workspace, not for a person. */
export interface BackgroundCall {
  readonly workspaceId: string;
  readonly requestId: string;
  readonly services: Services;
  withTenant<T>(fn: (tx: TenantTx) => Promise<T>): Promise<T>;
  readonly signal: AbortSignal;
}

/** The answer of an operation with `outputKind: "file"`. */
export interface FileAnswer {
  readonly content: Readable | Uint8Array;
  readonly contentType: string;
  readonly fileName: string;
  /** Show in the browser instead of saving; only for types that cannot run script. */
  readonly inline?: boolean;
  readonly sizeBytes?: number;
  /** How long a browser may keep it; the content behind an address must never change then. */
  readonly cacheSeconds?: number;
}
