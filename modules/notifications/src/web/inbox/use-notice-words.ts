import { useMessages } from "@yutu/i18n";
import { useCallback } from "react";
import { inboxTexts } from "../messages.ts";
import type { Notice } from "./notice.ts";

interface NoticeWords {
  /** Who did what. */
  readonly headline: string;
  /** What was said, or what became of it; empty when there is nothing to add. */
  readonly excerpt: string;
}

/** The sentence for a notice, by its kind. */
export function useNoticeWords(): (notice: Notice) => NoticeWords {
  const t = useMessages(inboxTexts);
  return useCallback(
    ({ kind, actorName, excerpt }) => {
      const headline = t.kinds[kind]({ who: actorName ?? t.system });
      if (kind === "status_changed") {
        const names = t.statuses as Readonly<Record<string, string>>;
        return {
          headline,
          excerpt: excerpt
            .split(">")
            .map((status) => names[status] ?? status)
            .join(" → "),
        };
      }
      if (kind === "approval_finished") {
        const [code = "", ...rest] = excerpt.split("|");
        const outcome = (t.outcomes as Readonly<Record<string, string>>)[code] ?? code;
        const comment = rest.join("|").trim();
        return { headline, excerpt: comment ? t.outcomeWithComment({ outcome, comment }) : outcome };
      }
      return { headline, excerpt };
    },
    [t],
  );
}
