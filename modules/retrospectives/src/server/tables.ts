import { editableColumns, instant } from "@yutu/database";
import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Evidence, RetrospectiveDocument } from "../domain/document.ts";
import type { LessonKind, LessonStatus } from "../domain/lesson.ts";

export const retrospectives = pgTable("retrospectives", {
  ...editableColumns,
  projectId: text().notNull(),
  status: text().$type<"writing" | "failed" | "draft" | "published">().notNull(),
  document: jsonb().$type<RetrospectiveDocument>(),
  computedAt: instant(),
  publishedAt: instant(),
  publishedBy: text(),
});

export const retrospectiveBlocks = pgTable("retrospective_blocks", {
  ...editableColumns,
  projectId: text().notNull(),
  key: text().notNull(),
  text: text().notNull(),
  updatedBy: text().notNull(),
});

export const lessons = pgTable("lessons", {
  ...editableColumns,
  projectId: text().notNull(),
  kind: text().$type<LessonKind>().notNull(),
  text: text().notNull(),
  evidence: jsonb().$type<Evidence[]>().notNull().default([]),
  status: text().$type<LessonStatus>().notNull().default("proposed"),
  proposedBy: text().notNull(),
  decidedBy: text(),
  decidedAt: instant(),
});
