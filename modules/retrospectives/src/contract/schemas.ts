import { expectedVersionSchema } from "@yutu/contract";
import { z } from "zod";
import { evidenceSchema, retrospectiveDocumentSchema, SECTIONS } from "../domain/document.ts";
import { LESSON_KINDS, LESSON_STATUSES } from "../domain/lesson.ts";

/** Where people write: above all, beside each section, and what comes next. */
export const BLOCK_KEYS = ["summary", ...SECTIONS, "next"] as const;
export const blockKeySchema = z.enum(BLOCK_KEYS);
export type BlockKey = (typeof BLOCK_KEYS)[number];

export const blockSchema = z.object({
  key: blockKeySchema,
  text: z.string(),
  updatedByName: z.string(),
  updatedAt: z.string(),
  version: z.int(),
});

export const lessonKindSchema = z.enum(LESSON_KINDS);
export const lessonStatusSchema = z.enum(LESSON_STATUSES);

export const lessonSchema = z.object({
  id: z.string(),
  kind: lessonKindSchema,
  text: z.string(),
  evidence: z.array(evidenceSchema),
  status: lessonStatusSchema,
  proposedByName: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.int(),
});

export const lessonBodySchema = z.object({
  kind: lessonKindSchema,
  text: z.string().trim().min(1).max(2000),
  evidence: z.array(evidenceSchema).max(20).default([]),
});

export const lessonChangeSchema = lessonBodySchema
  .pick({ kind: true, text: true })
  .partial()
  .extend({ expectedVersion: expectedVersionSchema });

export const retrospectiveSchema = z.object({
  projectId: z.string(),
  /** `open`: the project is not closed, so there is nothing to look back on. */
  state: z.enum(["open", "writing", "failed", "draft", "published"]),
  /** The latest that was computed; also shown while it is computed anew. */
  document: retrospectiveDocumentSchema.nullable(),
  /** Budgets and media cost are left out, since the caller may not see money. */
  moneyWithheld: z.boolean(),
  blocks: z.array(blockSchema),
  lessons: z.array(lessonSchema),
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
  abilities: z.object({
    edit: z.boolean(),
    /** Add and decide lessons. */
    learn: z.boolean(),
    publish: z.boolean(),
    unpublish: z.boolean(),
    regenerate: z.boolean(),
    /** Close the project, which has the retrospective written. */
    close: z.boolean(),
  }),
});
