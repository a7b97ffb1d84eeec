import { useMessages } from "@yutu/i18n";
import { Progress } from "antd";
import type { ReactElement } from "react";
import { isMoving } from "../../domain/import-state.ts";
import { ingestionTexts } from "../messages.ts";
import type { Import } from "./import-actions.tsx";

/** How far an import under way has come, and the word when one has been taken back. */
export function ImportProgress({ item }: { readonly item: Import }): ReactElement | null {
  const t = useMessages(ingestionTexts);
  if (item.state === "undone")
    return (
      <p className="in-note" role="status">
        {t.undone}
      </p>
    );
  if (!isMoving(item.state)) return null;
  return <Progress percent={Math.round(item.progress.share * 100)} aria-label={t.states[item.state]} />;
}
