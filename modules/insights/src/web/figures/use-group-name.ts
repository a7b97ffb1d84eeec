import { useFormat, useMessages } from "@yutu/i18n";
import type { Dimension } from "@yutu/metrics/domain";
import { channelOf } from "@yutu/projects/domain";
import { useLocalText } from "@yutu/projects/web";
import { useCallback } from "react";
import { figureTexts } from "../messages.ts";
import { useSourceNames } from "./use-source-names.ts";

interface Named {
  readonly key: string;
  readonly label: string | null;
}

/** What a group of a split is called. */
export function useGroupName(): (groupBy: Dimension, group: Named) => string {
  const t = useMessages(figureTexts);
  const format = useFormat();
  const text = useLocalText();
  const sources = useSourceNames();
  return useCallback(
    (groupBy, { key, label }) => {
      if (key === "") return t.unassigned;
      switch (groupBy) {
        case "channel":
          return text(channelOf(key).name);
        case "source":
          return sources.get(key) ?? key;
        case "day":
        case "week":
          return format.date(key);
        case "month":
          return format.month(key);
        case "project":
        case "sku":
        case "product":
        case "region":
        case "campaign":
        case "event":
        case "link":
          return label ?? key;
      }
    },
    [t, format, text, sources],
  );
}
