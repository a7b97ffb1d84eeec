/** Facts that belong to no project carry an empty project. */
export const NO_PROJECT = "";

export interface ScopeRequest {
  /** Projects that exist for the reader. */
  readonly visible: readonly string[];
  /** Projects the reader asked for; undefined means all. */
  readonly wanted: readonly string[] | undefined;
  readonly isGuest: boolean;
}

/**
 * Whose facts a reader's figure may count: those of the wanted projects as far as they exist for the reader, and, when
 * no project was named, those of no project as well. Guests have only their projects.
 */
export function factScope({ visible, wanted, isGuest }: ScopeRequest): string[] {
  if (wanted === undefined) return isGuest ? [...visible] : [...visible, NO_PROJECT];
  const known = new Set(visible);
  return wanted.filter((id) => known.has(id));
}
