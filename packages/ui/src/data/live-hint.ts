import { type LiveHint, liveHintSchema } from "@yutu/contract";
import { moduleOf } from "./operation-key.ts";

export function parseLiveHint(text: string): LiveHint | undefined {
  try {
    return liveHintSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // a cut-off line
  }
}

/** The project that a cached answer is about, when it was asked by project. */
function projectOf(input: unknown): unknown {
  const { params } = (input ?? {}) as { readonly params?: { readonly projectId?: unknown } };
  return params?.projectId;
}

function touches(hint: LiveHint, id: string, input: unknown, followed: readonly unknown[]): boolean {
  const asked = projectOf(input);
  if (asked !== undefined && hint.projectId !== null && hint.projectId !== asked) return false;
  return moduleOf(id) === moduleOf(hint.event) || followed.includes(hint.entity);
}

/**
 * Whether hints make a cached answer old: same module, or an entity the answer asked to follow – unless both are about
 * a project, and not the same.
 */
export function hintsTouch(hints: readonly LiveHint[], key: readonly unknown[], followed: unknown): boolean {
  const [id, input] = key;
  if (typeof id !== "string") return false;
  const entities: readonly unknown[] = Array.isArray(followed) ? followed : [];
  return hints.some((hint) => touches(hint, id, input, entities));
}
