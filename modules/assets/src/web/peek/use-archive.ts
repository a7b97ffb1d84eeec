import { useMessages } from "@yutu/i18n";
import { toast, useCommand } from "@yutu/ui";
import { assets } from "../../contract/index.ts";
import type { Asset } from "../use-assets.ts";
import { peekTexts } from "./messages.ts";

/** Puts an asset away, or brings it back; both can be undone from the notice. */
export function useArchive(): (asset: Asset) => Promise<void> {
  const t = useMessages(peekTexts);
  const update = useCommand(assets.updateAsset);
  const set = async (assetId: string, status: Asset["status"]): Promise<boolean> =>
    (await update.run({ params: { assetId }, body: { status } })).ok;
  return async ({ id, status }) => {
    const archived = status === "archived";
    if (!(await set(id, archived ? "ready" : "archived"))) return;
    toast.done(archived ? t.restored : t.archived, { undo: () => void set(id, status) });
  };
}
