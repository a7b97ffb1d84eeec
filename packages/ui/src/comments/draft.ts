import { useCallback, useState } from "react";

const PREFIX = "yutu.draft.";

function read(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? "";
  } catch {
    return ""; // storage blocked by the browser's privacy settings
  }
}

/** Whether something was begun at a place and not sent. */
export const hasDraft = (key: string): boolean => read(key) !== "";

/** Text that survives leaving the page. `key` names the place, e.g. `comment.tsk_1`; empty text removes the draft. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => ({ key, text: read(key) }));
  const current = draft.key === key ? draft.text : read(key);
  const set = useCallback(
    (text: string) => {
      setDraft({ key, text });
      try {
        if (text === "") localStorage.removeItem(PREFIX + key);
        else localStorage.setItem(PREFIX + key, text);
      } catch {
        // the draft lasts until the page closes
      }
    },
    [key],
  );
  return [current, set];
}
