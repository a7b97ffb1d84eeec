import type { PaletteSearch } from "@yutu/ui";
import { assets } from "../contract/index.ts";

/** Assets by name or tag, for the palette. */
export const searchAssets: PaletteSearch["search"] = async (client, q, signal) => {
  const found = await client.call(assets.listAssets, { query: { q, limit: 6 } }, { signal });
  if (!found.ok) return [];
  return found.value.items.map(({ id, name, tags }) => ({
    key: id,
    title: name,
    context: tags.slice(0, 3).join(" "),
    path: `/assets?asset=${id}`,
  }));
};
