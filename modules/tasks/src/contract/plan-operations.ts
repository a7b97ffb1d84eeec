import { calendarDateSchema, defineOperation, idSchema, listOf, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { taskProblems as problems } from "../domain/problems.ts";
import {
  channelSchema,
  constraintKindSchema,
  dayMarkSchema,
  lagSchema,
  linkTypeSchema,
  moveSchema,
  personSchema,
  planEditSchema,
  prioritySchema,
  taskIdSchema,
  taskStatusSchema,
} from "./schemas.ts";

const params = z.object({ projectId: idSchema("prj") });
const { notFound } = requestProblems;
const changeId = idSchema("pch");
const edits = z.array(planEditSchema).min(1).max(200);
const planProblems = [problems.unknownTask, problems.cycle, problems.linkExists, problems.impossibleLink] as const;

export const planTaskSchema = z.object({
  id: taskIdSchema,
  number: z.int(),
  parentId: z.string().nullable(),
  phaseId: z.string().nullable(),
  title: z.string(),
  status: taskStatusSchema,
  priority: prioritySchema,
  channel: z.string().nullable(),
  assignees: z.array(personSchema),
  milestone: z.boolean(),
  milestoneAt: z.enum(["start", "end"]).nullable(),
  /** As it is kept. */
  startDate: z.string().nullable(),
  dueDate: z.string().nullable(),
  durationDays: z.int(),
  constraintKind: constraintKindSchema.nullable(),
  constraintDate: z.string().nullable(),
  startedOn: z.string().nullable(),
  completedOn: z.string().nullable(),
  progress: z.int(),
  baselineStart: z.string().nullable(),
  baselineDue: z.string().nullable(),
  /** As the links and the calendar lay it. */
  start: z.string(),
  finish: z.string(),
  /** On the longest chain of work. */
  critical: z.boolean(),
  /** Working days it can slip before the end of the plan moves. */
  slackDays: z.int(),
  version: z.int(),
});

export const planLinkSchema = z.object({
  id: idSchema("tln"),
  fromId: z.string(),
  toId: z.string(),
  type: linkTypeSchema,
  lag: lagSchema.nullable(),
});

export const getPlan = defineOperation({
  id: "tasks.getPlan",
  method: "GET",
  path: "/projects/:projectId/plan",
  summary: "The schedule of a project: every dated task and link, critical path, slack, holidays and make-up days.",
  access: "tasks.view",
  params,
  output: z.object({
    /** Changes with every change of the plan; send it with `applyPlan` to apply what was previewed. */
    basis: z.string(),
    today: z.string(),
    projectStart: z.string(),
    anchorDate: z.string(),
    start: z.string().nullable(),
    finish: z.string().nullable(),
    tasks: z.array(planTaskSchema),
    links: z.array(planLinkSchema),
    phases: z.array(z.object({ id: z.string(), name: z.string() })),
    undated: z.array(z.object({ id: z.string(), number: z.int(), title: z.string() })),
    days: z.array(dayMarkSchema),
    /** Years whose make-up workdays are not published yet. */
    uncertainYears: z.array(z.int()),
    abilities: z.object({ edit: z.boolean() }),
  }),
  problems: [notFound],
});

const previewSchema = z.object({
  basis: z.string(),
  moves: z.array(moveSchema),
  finish: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
  /** Milestones that would lie after the day that was approved. */
  lateMilestones: z.array(z.object({ taskId: z.string(), title: z.string(), limit: z.string(), finish: z.string() })),
});

export const previewPlan = defineOperation({
  id: "tasks.previewPlan",
  method: "POST",
  path: "/projects/:projectId/plan/preview",
  summary: "What would move if tasks were dragged or links drawn, and why; nothing is stored.",
  access: "tasks.view",
  params,
  body: z.object({ edits }),
  output: previewSchema,
  problems: [notFound, problems.ended, ...planProblems],
});

export const applyPlan = defineOperation({
  id: "tasks.applyPlan",
  method: "POST",
  path: "/projects/:projectId/plan/apply",
  summary: "Make the changes of a preview and move everything they push, in one go.",
  access: "tasks.edit",
  params,
  body: z.object({ edits, basis: z.string().max(80).optional() }),
  /** `changeId` takes it back, see `undoPlan`. */
  output: previewSchema.extend({ changeId }),
  problems: [notFound, problems.projectClosed, problems.stalePlan, problems.ended, ...planProblems],
});

export const undoPlan = defineOperation({
  id: "tasks.undoPlan",
  method: "POST",
  path: "/projects/:projectId/plan/undo",
  summary:
    "Take a change of the plan back within a day: every task it moved and every link it touched is as before. Refused when what it moved was changed again.",
  access: "tasks.edit",
  params,
  body: z.object({ changeId }),
  output: z.object({ taskIds: z.array(z.string()) }),
  problems: [notFound, problems.projectClosed, problems.movedOn, ...planProblems],
});

export const addLink = defineOperation({
  id: "tasks.addLink",
  method: "POST",
  path: "/task-links",
  summary: "Make a task wait for another one of its project; a circle is refused with its path.",
  access: "tasks.edit",
  body: z.object({
    fromId: taskIdSchema,
    toId: taskIdSchema,
    type: linkTypeSchema.default("FS"),
    lag: lagSchema.nullable().default(null),
  }),
  output: z.object({ id: z.string(), moves: z.array(moveSchema) }),
  problems: [notFound, problems.projectClosed, ...planProblems],
});

export const removeLink = defineOperation({
  id: "tasks.removeLink",
  method: "DELETE",
  path: "/task-links/:linkId",
  summary: "Let a task no longer wait for another; nothing moves by itself.",
  access: "tasks.edit",
  params: z.object({ linkId: idSchema("tln") }),
  output: z.object({}),
  problems: [notFound, problems.projectClosed],
});

export const listCalendar = defineOperation({
  id: "tasks.listCalendar",
  method: "GET",
  path: "/task-calendar",
  summary: "What runs in a stretch of days over the projects the caller may see, with promotion days and holidays.",
  access: "tasks.view",
  query: z.object({
    from: calendarDateSchema,
    to: calendarDateSchema,
    projectId: idSchema("prj").optional(),
    channel: listOf(channelSchema),
    assigneeId: listOf(idSchema("mem")),
    status: listOf(taskStatusSchema),
  }),
  output: z.object({
    today: z.string(),
    tasks: z.array(
      z.object({
        id: taskIdSchema,
        number: z.int(),
        projectId: z.string(),
        phaseId: z.string().nullable(),
        title: z.string(),
        status: taskStatusSchema,
        channel: z.string().nullable(),
        assignees: z.array(personSchema),
        milestone: z.boolean(),
        startDate: z.string(),
        dueDate: z.string(),
        overdue: z.boolean(),
        budgetMinor: z.int().nullable(),
      }),
    ),
    /** There is more than is shown; narrow the filters. */
    truncated: z.boolean(),
    projects: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        color: z.string(),
        status: z.string(),
        currency: z.string(),
        anchorDate: z.string(),
        startDate: z.string(),
        endDate: z.string(),
        channels: z.array(z.string()),
        totalBudgetMinor: z.int().nullable(),
      }),
    ),
    nodes: z.array(z.object({ name: z.object({ zh: z.string(), en: z.string() }), date: z.string() })),
    days: z.array(dayMarkSchema),
  }),
  problems: [notFound, requestProblems.invalid],
});
