import { useMessages } from "@yutu/i18n";
import { StatusRing, type StatusTone } from "@yutu/ui";
import type { ReactElement } from "react";
import { assetTexts } from "../messages.ts";
import type { Asset } from "../use-assets.ts";

const LOOKS: Readonly<Record<Asset["status"], { readonly stage: number; readonly tone: StatusTone }>> = {
  draft: { stage: 0.4, tone: "active" },
  ready: { stage: 1, tone: "done" },
  archived: { stage: 0, tone: "neutral" },
};

/** An asset's state as a ring and its word. */
export function AssetStatus({ status }: { readonly status: Asset["status"] }): ReactElement {
  const t = useMessages(assetTexts);
  return <StatusRing {...LOOKS[status]} label={t.statuses[status]} />;
}
