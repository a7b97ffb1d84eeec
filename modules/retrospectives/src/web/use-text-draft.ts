import { useDraft } from "@yutu/ui";
import { useCallback, useMemo } from "react";
import { z } from "zod";

const draftSchema = z.object({ text: z.string(), version: z.int().min(0) });

/** Words being written, and the version of the text that they began from. */
export type TextDraft = z.output<typeof draftSchema>;

/** A draft as it was kept; undefined when there is none, or when it is of a kind nobody reads any more. */
export function readTextDraft(kept: string): TextDraft | undefined {
  if (kept === "") return undefined;
  try {
    return draftSchema.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}

/** A half-written text that survives leaving the page and still knows whose words it would replace. */
export function useTextDraft(key: string): readonly [TextDraft | undefined, (draft: TextDraft | undefined) => void] {
  const [kept, keep] = useDraft(key);
  const draft = useMemo(() => readTextDraft(kept), [kept]);
  const set = useCallback((next: TextDraft | undefined) => keep(next ? JSON.stringify(next) : ""), [keep]);
  return [draft, set];
}
