import type { EventDefinition, HttpMethod, Operation, OperationInput, OperationOutput } from "@yutu/contract";
import type { TenantTx } from "@yutu/database";
import type { JobDefinition, ScheduleDefinition } from "@yutu/jobs";
import type { Problem, Result } from "@yutu/kernel";
import type { z } from "zod";
import type { AccountCall, BackgroundCall, Call, FileAnswer, LongCall } from "./call.ts";
import type { Services } from "./services.ts";

type Answer<Op extends Operation> = Promise<Result<z.input<Op["output"]> | OperationOutput<Op>, Problem>>;
type Handled = Promise<Result<unknown, Problem>>;
type AnyInput = { readonly params: never; readonly query: never; readonly body: never };

/** An operation with the code that carries it out. Made by the `implement…` functions only. */
export type Implementation =
  | {
      readonly kind: "tenant";
      readonly operation: Operation;
      readonly handle: (call: Call, input: AnyInput) => Handled;
    }
  | {
      readonly kind: "long";
      readonly operation: Operation;
      readonly handle: (call: LongCall, input: AnyInput) => Handled;
    }
  | {
      readonly kind: "account";
      readonly operation: Operation;
      readonly handle: (call: AccountCall, input: AnyInput) => Handled;
    };

/** The usual operation: one transaction, read-only for GET. A refusal rolls it back. */
export const implement = <Op extends Operation>(
  operation: Op,
  handle: (call: Call, input: OperationInput<Op>) => Answer<Op>,
): Implementation => ({ kind: "tenant", operation, handle: handle });

/** An operation that opens transactions itself, e.g. around an upload or a warehouse query. */
export const implementLong = <Op extends Operation>(
  operation: Op,
  handle: (call: LongCall, input: OperationInput<Op>) => Answer<Op>,
): Implementation => ({ kind: "long", operation, handle: handle });

/** An operation that answers with a file. */
export const implementFile = <Op extends Operation>(
  operation: Op,
  handle: (call: LongCall, input: OperationInput<Op>) => Promise<Result<FileAnswer, Problem>>,
): Implementation => ({ kind: "long", operation, handle: handle });

/** An operation outside any workspace (access `public` or `account`). */
export const implementAccount = <Op extends Operation>(
  operation: Op,
  handle: (call: AccountCall, input: OperationInput<Op>) => Answer<Op>,
): Implementation => ({ kind: "account", operation, handle: handle });

/** An event as a subscriber receives it. */
export interface Delivered<Payload> {
  readonly eventId: string;
  readonly payload: Payload;
  readonly occurredAt: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly entityId: string;
  readonly projectId: string | null;
}

export interface Subscriber {
  /** Unique and stable: effects are remembered under it. `<module>.<what-follows>`. */
  readonly name: string;
  readonly event: EventDefinition;
  readonly handle: (call: { tx: TenantTx; services: Services }, delivered: Delivered<never>) => Promise<void>;
}

/** What follows from an event, in one transaction with the note that it happened: exactly one effect. */
export const subscribe = <Schema extends z.ZodType>(
  name: string,
  event: EventDefinition<Schema>,
  handle: (call: { tx: TenantTx; services: Services }, delivered: Delivered<z.output<Schema>>) => Promise<void>,
): Subscriber => ({ name, event, handle: handle });

export interface JobHandler {
  readonly job: JobDefinition;
  readonly handle: (call: BackgroundCall, data: never) => Promise<void>;
}

export const onJob = <Schema extends z.ZodType>(
  job: JobDefinition<Schema>,
  handle: (call: BackgroundCall, data: z.output<Schema>) => Promise<void>,
): JobHandler => ({ job, handle: handle });

export interface ScheduleHandler {
  readonly schedule: ScheduleDefinition;
  readonly handle: (services: Services, signal: AbortSignal) => Promise<void>;
}

export const onSchedule = (schedule: ScheduleDefinition, handle: ScheduleHandler["handle"]): ScheduleHandler => ({
  schedule,
  handle,
});

/** A request to a route outside `/api/v1` whose shape somebody else defined (Segment clients, short links). */
export interface RawRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly address: string;
  readonly requestId: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface RawRoute {
  readonly method: HttpMethod | "OPTIONS" | "HEAD";
  readonly path: string;
  readonly bodyLimitBytes: number;
  readonly handle: (request: RawRequest, services: Services) => Promise<RawAnswer>;
}

/** The server side of a module: everything it adds to the product. */
export interface ServerModule {
  readonly name: string;
  readonly operations: readonly Implementation[];
  readonly routes?: readonly RawRoute[];
  readonly subscribers?: readonly Subscriber[];
  readonly jobs?: readonly JobHandler[];
  readonly schedules?: readonly ScheduleHandler[];
  /** Long-lived work of this process; the returned function stops it. */
  readonly start?: (services: Services, role: "web" | "worker") => Promise<() => Promise<void>>;
}

export const defineModule = (module: ServerModule): ServerModule => module;
