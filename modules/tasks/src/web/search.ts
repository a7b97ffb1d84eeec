import type { PaletteSearch } from "@yutu/ui";
import { tasks } from "../contract/index.ts";
import { taskCode } from "../domain/code.ts";

/** Tasks by title or number, for the palette. */
export const searchTasks: PaletteSearch["search"] = async (client, q, signal) => {
  const found = await client.call(
    tasks.listTasks,
    { query: { q, limit: 8, sort: "updated", direction: "down" } },
    { signal },
  );
  if (!found.ok) return [];
  return found.value.items.map(({ id, number, title }) => ({
    key: id,
    title,
    context: taskCode(number),
    path: `/tasks/${id}`,
  }));
};
