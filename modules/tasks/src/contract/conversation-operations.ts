import { assetProblems } from "@yutu/assets/domain";
import {
  defineOperation,
  expectedVersionSchema,
  idSchema,
  pageOf,
  pageQuerySchema,
  requestProblems,
} from "@yutu/contract";
import { z } from "zod";
import { taskProblems as problems } from "../domain/problems.ts";
import { activitySchema, attachmentSchema, commentSchema, personSchema, taskIdSchema } from "./schemas.ts";

const params = z.object({ taskId: taskIdSchema });
const commentParams = z.object({ commentId: idSchema("cmt") });
const { notFound, staleVersion } = requestProblems;
const bodySchema = z.string().trim().min(1).max(10_000);

export const listComments = defineOperation({
  id: "tasks.listComments",
  method: "GET",
  path: "/tasks/:taskId/comments",
  summary: "The conversation on a task, oldest first; replies name their first comment.",
  access: "tasks.view",
  params,
  output: z.object({ comments: z.array(commentSchema), truncated: z.boolean() }),
  problems: [notFound],
});

export const addComment = defineOperation({
  id: "tasks.addComment",
  method: "POST",
  path: "/tasks/:taskId/comments",
  summary: "Say something on a task; `<@mem_…>` in the text mentions a person.",
  access: "comments.write",
  params,
  body: z.object({ body: bodySchema, parentId: idSchema("cmt").nullable().default(null) }),
  output: z.object({ id: z.string() }),
  problems: [notFound, problems.projectClosed, problems.unknownMember, problems.unknownComment],
});

export const updateComment = defineOperation({
  id: "tasks.updateComment",
  method: "PATCH",
  path: "/comments/:commentId",
  summary: "Change the words of one's own comment.",
  access: "comments.write",
  params: commentParams,
  body: z.object({ body: bodySchema, expectedVersion: expectedVersionSchema }),
  output: z.object({}),
  problems: [notFound, staleVersion, problems.projectClosed, problems.notAuthor, problems.unknownMember],
});

export const deleteComment = defineOperation({
  id: "tasks.deleteComment",
  method: "DELETE",
  path: "/comments/:commentId",
  summary: "Take a comment away: the author, or whoever manages the project.",
  access: "comments.write",
  params: commentParams,
  output: z.object({}),
  problems: [notFound, problems.projectClosed, problems.notAuthor],
});

export const resolveComment = defineOperation({
  id: "tasks.resolveComment",
  method: "POST",
  path: "/comments/:commentId/resolve",
  summary: "Mark a conversation as settled, or open it again.",
  access: "comments.write",
  params: commentParams,
  body: z.object({ resolved: z.boolean() }),
  output: z.object({}),
  problems: [notFound, problems.projectClosed],
});

export const REACTIONS = ["👍", "✅", "🎉", "❤️", "👀", "🙏"] as const;

export const reactToComment = defineOperation({
  id: "tasks.reactToComment",
  method: "PUT",
  path: "/comments/:commentId/reaction",
  summary: "React to a comment, or take the reaction back.",
  access: "comments.write",
  params: commentParams,
  body: z.object({ emoji: z.enum(REACTIONS), on: z.boolean() }),
  output: z.object({}),
  problems: [notFound],
});

export const listMentions = defineOperation({
  id: "tasks.listMentions",
  method: "GET",
  path: "/my-mentions",
  summary: "Where the caller was mentioned and nothing is settled yet; newest first.",
  access: "tasks.view",
  query: pageQuerySchema,
  output: pageOf(
    z.object({
      commentId: z.string(),
      taskId: z.string(),
      number: z.int(),
      title: z.string(),
      projectId: z.string(),
      author: personSchema,
      excerpt: z.string(),
      createdAt: z.string(),
    }),
  ),
});

export const listAttachments = defineOperation({
  id: "tasks.listAttachments",
  method: "GET",
  path: "/tasks/:taskId/attachments",
  summary: "Files that hang on a task.",
  access: "tasks.view",
  params,
  output: z.object({ attachments: z.array(attachmentSchema) }),
  problems: [notFound],
});

export const addAttachment = defineOperation({
  id: "tasks.addAttachment",
  method: "POST",
  path: "/tasks/:taskId/attachments",
  summary: "Hang an uploaded file on a task.",
  access: "comments.write",
  params,
  body: z.object({ fileId: idSchema("fil") }),
  output: z.object({}),
  problems: [notFound, problems.projectClosed, assetProblems.unknownFile],
});

export const removeAttachment = defineOperation({
  id: "tasks.removeAttachment",
  method: "DELETE",
  path: "/tasks/:taskId/attachments/:fileId",
  summary: "Take a file off a task: who uploaded it, or who may edit the task.",
  access: "comments.write",
  params: z.object({ taskId: taskIdSchema, fileId: idSchema("fil") }),
  output: z.object({}),
  problems: [notFound, problems.projectClosed, problems.notAuthor],
});

export const listActivity = defineOperation({
  id: "tasks.listActivity",
  method: "GET",
  path: "/tasks/:taskId/activity",
  summary: "What happened to a task and by whom, newest first.",
  access: "tasks.view",
  params,
  query: pageQuerySchema,
  output: pageOf(activitySchema),
  problems: [notFound],
});
