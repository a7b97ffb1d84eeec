import { useActor } from "@yutu/ui";
import { useCallback, useState } from "react";
import type { ProjectDraft } from "./draft.ts";

const keyOf = (memberId: string): string => `yutu.projects.draft.${memberId}`;

function stored(key: string): ProjectDraft | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as ProjectDraft);
  } catch {
    return undefined;
  }
}

export interface DraftState {
  readonly draft: ProjectDraft | undefined;
  readonly set: (draft: ProjectDraft | undefined) => void;
}

/** The draft survives a reload of its tab, and nothing else; it belongs to the member who began it. */
export function useDraft(): DraftState {
  const key = keyOf(useActor().member.id);
  const [draft, setDraft] = useState(() => stored(key));
  const set = useCallback(
    (next: ProjectDraft | undefined) => {
      setDraft(next);
      if (next === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return { draft, set };
}
