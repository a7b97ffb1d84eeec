import type { EventDefinition, EventSubject } from "@yutu/contract";
import type { IdSource } from "@yutu/kernel";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import type { z } from "zod";

/** Who does it: a person (through the web or a token) or the system on behalf of nobody. */
export interface ActorRef {
  readonly kind: "member" | "token" | "system" | "guest";
  /** Member id; for a token the member it stands for. */
  readonly id: string | null;
}

/** Binds a transaction to one workspace, one actor and one operation; all three end up in the audit log. */
export interface TenantContext {
  readonly workspaceId: string;
  readonly actor: ActorRef;
  /** Operation, job or subscriber, e.g. `budgets.approveClaim`. */
  readonly operation: string;
  readonly requestId: string;
  readonly readOnly?: boolean;
}

type Empty = Record<string, never>;
export type Queries = PgDatabase<NodePgQueryResultHKT, Empty, ExtractTablesWithRelations<Empty>>;

/** The only handle on tenant data: an open transaction that row-level security binds to its workspace. */
export interface TenantTx {
  readonly context: TenantContext;
  readonly db: Queries;
  readonly ids: IdSource;
  /** The instant of this transaction, the same for all it writes. */
  readonly now: Date;
  /** Plain SQL with `$1` parameters, for what the query builder cannot say. Runs behind the same wall. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Writes a domain event that is delivered after commit. The payload is checked against the event's schema. */
  emit<Schema extends z.ZodType>(
    event: EventDefinition<Schema>,
    payload: z.input<Schema>,
    subject: EventSubject,
  ): Promise<void>;
  /** Makes the workspace's browsers ask again, after commit, for what is too fleeting to be an event, e.g. presence. */
  hint(name: string, subject: EventSubject): Promise<void>;
}

/** Account data (people, sessions) and work across workspaces. Every use names its reason. */
export interface SystemTx {
  readonly db: Queries;
  readonly ids: IdSource;
  readonly now: Date;
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}
