import type { PaletteSearch } from "@yutu/ui";
import { projects } from "../contract/index.ts";

/** Projects by name or campaign key, for the palette. */
export const searchProjects: PaletteSearch["search"] = async (client, q, signal) => {
  const found = await client.call(projects.listProjects, { query: { q, limit: 8 } }, { signal });
  if (!found.ok) return [];
  return found.value.items.map(({ id, name, campaignKey }) => ({
    key: id,
    title: name,
    context: campaignKey,
    path: `/projects/${id}`,
  }));
};
