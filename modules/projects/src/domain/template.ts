import { flowSchema } from "@yutu/approvals/domain";
import { z } from "zod";

/**
 * A project type as data: everything that is copied into a project of the type, and nothing that names a person or a
 * date. Amounts are proportions, times are working days, people are role keys.
 */

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type LocalText = z.infer<typeof text>;

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

export const lagSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("working-days"), days: z.int().min(-400).max(400) }),
  z.object({ kind: z.literal("calendar-days"), days: z.int().min(-400).max(400) }),
  z.object({ kind: z.literal("percent"), percent: z.number().min(-100).max(400) }),
]);

export const templateTaskSchema = z.object({
  key,
  phase: key,
  name: text,
  /** Whole working days; 0 is a milestone. */
  durationDays: z.int().min(0).max(400),
  /** Who does it, and who answers for it. */
  role: key,
  accountable: key.optional(),
  /** Only when the project uses one of these channels; empty means always. */
  channels: z.array(z.string()).default([]),
  priority: z.enum(["low", "medium", "high", "urgent"]).default("medium"),
  /** Budget category whose line pays for it. */
  budget: key.optional(),
  checklist: z.array(text).default([]),
});

export const templateLinkSchema = z.object({
  from: key,
  to: key,
  type: z.enum(["FS", "SS", "FF", "SF"]).default("FS"),
  lag: lagSchema.optional(),
});

export const templateKpiSchema = z.object({
  metricId: z.string(),
  goal: text,
  level: z.enum(["strategy", "business", "operation", "task"]),
  weight: z.number().min(0).default(1),
  /** Days from the anchor to the deadline. */
  deadlineDays: z.int().min(-400).max(400).default(0),
  /** Where the value usually stands some days before or after the anchor, in thousandths of the way to the target. */
  course: z
    .array(z.object({ days: z.int().min(-400).max(400), permille: z.int().min(0).max(1000) }))
    .max(20)
    .default([]),
});

export const templateBudgetLineSchema = z.object({
  key,
  name: text,
  category: key,
  /** Null: not tied to a channel. Lines of channels that the project does not use are left out and their share spread over the rest. */
  channel: z.string().nullable().default(null),
  /** Share of the total in thousandths; shares of a template add up to 1000. */
  permille: z.int().min(0).max(1000),
  /** Kept back for what nobody foresaw. */
  reserve: z.boolean().default(false),
});

export const templateSchema = z.object({
  key,
  name: text,
  description: text,
  color: z.string(),
  version: z.int().min(1),
  /** The task that lies on the anchor date (双11, opening day). */
  anchorTask: key,
  roles: z.array(z.object({ key, name: text, required: z.boolean().default(false) })),
  phases: z.array(z.object({ key, name: text })),
  tasks: z.array(templateTaskSchema).min(1),
  links: z.array(templateLinkSchema),
  kpis: z.array(templateKpiSchema),
  budget: z.array(templateBudgetLineSchema).min(1),
  approval: flowSchema,
  brief: z.array(z.object({ key, name: text, hint: text, required: z.boolean().default(false) })),
  risks: z.array(
    z.object({
      name: text,
      category: z.string(),
      probability: z.enum(["low", "medium", "high"]),
      impact: z.enum(["low", "medium", "high"]),
      response: text,
    }),
  ),
  readiness: z.array(
    z.object({ dimension: z.enum(["strategy", "technology", "team", "content", "data"]), item: text }),
  ),
  defaultChannels: z.array(z.string()),
});

export type ProjectTemplate = z.infer<typeof templateSchema>;
export type TemplateTask = z.infer<typeof templateTaskSchema>;
export type TemplateLink = z.infer<typeof templateLinkSchema>;

/** Whether two versions of a type say the same, also unfinished ones; what was stored has its members in another order. */
export function sameTemplate(a: ProjectTemplate, b: ProjectTemplate): boolean {
  const inOrder = (_name: string, value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : value;
  const textOf = (template: ProjectTemplate): string => JSON.stringify({ ...template, version: 1 }, inOrder);
  return textOf(a) === textOf(b);
}
