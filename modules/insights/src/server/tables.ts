import { editableColumns } from "@yutu/database";
import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Reader, Tile } from "../domain/dashboard.ts";

export const dashboards = pgTable("dashboards", {
  ...editableColumns,
  reader: text().$type<Reader>().notNull(),
  projectId: text().notNull().default(""),
  tiles: jsonb().$type<Tile[]>().notNull(),
  updatedBy: text().notNull(),
});
