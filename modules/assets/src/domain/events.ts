import { defineEvent } from "@yutu/contract";
import { z } from "zod";

export const assetCreated = defineEvent(
  "assets.asset-created",
  1,
  z.object({ assetId: z.string(), versionId: z.string(), ownerId: z.string() }),
);
export const versionAdded = defineEvent(
  "assets.version-added",
  1,
  z.object({ assetId: z.string(), versionId: z.string(), number: z.int(), by: z.string() }),
);
export const assetChanged = defineEvent("assets.asset-changed", 1, z.object({ assetId: z.string() }));
