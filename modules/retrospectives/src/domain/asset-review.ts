import type { AssetReview } from "./document.ts";
import type { AssetFacts } from "./ledgers.ts";

/** What was made: the most reworked first. */
export function reviewAssets(assets: readonly AssetFacts[]): AssetReview {
  return {
    assets: assets
      .map((asset) => ({ ...asset, channels: [...asset.channels] }))
      .sort((a, b) => b.versions - a.versions || b.tasks - a.tasks || (a.assetId < b.assetId ? -1 : 1)),
    versions: assets.reduce((sum, asset) => sum + asset.versions, 0),
    used: assets.filter((asset) => asset.tasks > 0).length,
  };
}
