import { useMessages } from "@yutu/i18n";
import { Button } from "antd";
import type { ReactElement } from "react";
import type { PagedState } from "../data/use-paged-operation.ts";
import { cardTexts } from "./messages.ts";

interface Props {
  readonly list: Pick<PagedState<unknown>, "hasMore" | "loadMore" | "fetching">;
  /** What comes next, when "more" says too little. */
  readonly label?: string;
}

/** Below a list that does not fetch its next page by scrolling; nothing at its end. */
export function MoreButton({ list, label }: Props): ReactElement | null {
  const t = useMessages(cardTexts);
  if (!list.hasMore) return null;
  return (
    <Button type="text" block loading={list.fetching} onClick={list.loadMore}>
      {label ?? t.more}
    </Button>
  );
}
