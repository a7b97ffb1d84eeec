import type { ActorRef } from "@yutu/database";

/** Who is calling, resolved from a session or a token. Permissions come from the role (see identity's catalogue). */
export interface Actor {
  readonly kind: "member" | "token";
  readonly memberId: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly role: string;
  readonly departmentId: string | null;
  readonly permissions: ReadonlySet<string>;
}

export const actorRef = (actor: Actor): ActorRef => ({ kind: actor.kind, id: actor.memberId });

/** Whether the actor's role carries a permission. Rules that depend on the resource live in the module's policy. */
export const may = (actor: Actor, permission: string): boolean => actor.permissions.has(permission);

/** A signed-in person who has not (or not yet) chosen a workspace. */
export interface Account {
  readonly userId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly name: string;
  /** The workspace the session is in, if any. */
  readonly workspaceId: string | null;
}
