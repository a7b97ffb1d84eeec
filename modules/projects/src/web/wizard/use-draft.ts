import { useCallback, useState } from "react";
import type { ProjectDraft } from "./draft.ts";

const KEY = "yutu.projects.draft";

function stored(): ProjectDraft | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as ProjectDraft);
  } catch {
    return undefined;
  }
}

export interface DraftState {
  readonly draft: ProjectDraft | undefined;
  readonly set: (draft: ProjectDraft | undefined) => void;
}

/** The draft survives a reload of its tab, and nothing else. */
export function useDraft(): DraftState {
  const [draft, setDraft] = useState(stored);
  const set = useCallback((next: ProjectDraft | undefined) => {
    setDraft(next);
    if (next === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(next));
  }, []);
  return { draft, set };
}
