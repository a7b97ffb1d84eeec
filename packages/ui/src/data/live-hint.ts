import { moduleOf } from "./operation-key.ts";

/** What the server says on the live channel: something changed, never what it is now. */
export interface LiveHint {
  readonly type: "changed";
  readonly entity: string;
  readonly id: string;
  /** Name of the event, e.g. `tasks.task-moved.v1`. */
  readonly event: string;
}

export function parseLiveHint(text: string): LiveHint | undefined {
  try {
    const hint = JSON.parse(text) as Partial<LiveHint> | null;
    const whole = typeof hint?.entity === "string" && typeof hint.id === "string" && typeof hint.event === "string";
    return hint?.type === "changed" && whole ? (hint as LiveHint) : undefined;
  } catch {
    return undefined; // a proxy's comment or a cut-off line
  }
}

/** Whether hints make a cached answer old: same module, or an entity the answer asked to follow. */
export function hintsTouch(hints: readonly LiveHint[], key: readonly unknown[], followed: unknown): boolean {
  const id = key[0];
  if (typeof id !== "string") return false;
  const entities: readonly unknown[] = Array.isArray(followed) ? followed : [];
  return hints.some((hint) => moduleOf(id) === moduleOf(hint.event) || entities.includes(hint.entity));
}
