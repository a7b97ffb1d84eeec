import { Readable } from "node:stream";
import { type Actor, actorRef, type Implementation, type Services } from "@yutu/application";
import type { CallInput, Operation, OperationOutput } from "@yutu/contract";
import { openDatabase } from "@yutu/database";
import { permissionsOf, type Role } from "@yutu/identity/domain";
import type { DemoPerson, DemoWorkspace } from "@yutu/identity/server";

/** Somebody of the demo, who does things as the API would let them. */
export interface DemoActor {
  readonly memberId: string;
  /** Carries out an operation through its own command, recorded as this person's. @throws when it is refused */
  act<Op extends Operation>(operation: Op, input: CallInput<Op>): Promise<OperationOutput<Op>>;
  /** The same for an operation that takes a file. */
  upload<Op extends Operation>(
    operation: Op,
    input: Omit<CallInput<Op>, "body">,
    bytes: Uint8Array,
  ): Promise<OperationOutput<Op>>;
}

/** Everybody of the demo at an instant, by mailbox. */
export type Cast = (mailbox: string) => DemoActor;

export interface DemoStage {
  /** People as they act at an instant; the past is written with the clock of that day. One thing happens at a time. */
  at(instant: Date): Cast;
  readonly services: Services;
  readonly workspaceId: string;
  close(): Promise<void>;
}

const actorOf = (person: DemoPerson, workspaceId: string): Actor => ({
  kind: "member",
  memberId: person.memberId,
  userId: person.userId,
  workspaceId,
  name: person.email,
  role: person.role,
  departmentId: null,
  permissions: permissionsOf(person.role satisfies Role),
});

interface Parsed {
  readonly params: never;
  readonly query: never;
  readonly body: never;
}

const parse = (operation: Operation, input: { params?: unknown; query?: unknown; body?: unknown }): Parsed =>
  ({
    params: operation.params.parse(input.params ?? {}),
    query: operation.query.parse(input.query ?? {}),
    body: operation.body.parse(input.body ?? {}),
  }) as Parsed;

function carryOut(implementation: Implementation, services: Services, actor: Actor, input: Parsed, stream: Readable) {
  const context = {
    workspaceId: actor.workspaceId,
    actor: actorRef(actor),
    operation: implementation.operation.id,
    requestId: "demo",
  };
  switch (implementation.kind) {
    case "tenant":
      return services.database.withTenant(context, (tx) =>
        implementation.handle({ tx, actor, services, requestId: "demo" }, input),
      );
    case "long":
      return implementation.handle(
        {
          actor,
          services,
          requestId: "demo",
          stream,
          contentType: "application/octet-stream",
          signal: new AbortController().signal,
          withTenant: (fn) => services.database.withTenant(context, fn),
        },
        input,
      );
    case "account":
      throw new Error(`${implementation.operation.id} belongs to no workspace`);
  }
}

type Run = (then: Services, actor: Actor, operation: Operation, input: object, bytes?: Uint8Array) => Promise<never>;

/** Runs operations by their id; a refusal would be a mistake in the story. */
const runnerOf = (operations: readonly Implementation[]): Run => {
  const byId = new Map(operations.map((implementation) => [implementation.operation.id, implementation]));
  return async (then, actor, operation, input, bytes) => {
    const implementation = byId.get(operation.id);
    if (!implementation) throw new Error(`${operation.id} is not implemented`);
    const stream = Readable.from(bytes ? [Buffer.from(bytes)] : []);
    const result = await carryOut(implementation, then, actor, parse(operation, input), stream);
    if (!result.ok) throw new Error(`${operation.id} was refused: ${result.error.detail}`);
    return result.value as never;
  };
};

/** The stage on which the demo's story is played, with the product's own commands. */
export function openStage(services: Services, operations: readonly Implementation[], demo: DemoWorkspace): DemoStage {
  const run = runnerOf(operations);
  let instant = services.clock.now();
  const clock = { now: () => instant };
  const { connection } = services.database;
  const database = openDatabase({ connection, poolSize: 2, clock, ids: services.ids, onError: () => undefined });
  const then: Services = { ...services, clock, database };
  const personOf = (mailbox: string): DemoPerson => {
    const person = demo.people.find((p) => p.email.startsWith(`${mailbox}@`));
    if (!person) throw new Error(`the demo has nobody called ${mailbox}`);
    return person;
  };
  return {
    services,
    workspaceId: demo.workspaceId,
    at: (day) => (mailbox) => {
      const actor = actorOf(personOf(mailbox), demo.workspaceId);
      const act: Run = (...rest) => {
        instant = day;
        return run(...rest);
      };
      return {
        memberId: actor.memberId,
        act: (operation, input) => act(then, actor, operation, input),
        upload: (operation, input, bytes) => act(then, actor, operation, input, bytes),
      };
    },
    close: () => database.close(),
  };
}
