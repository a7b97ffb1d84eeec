import { assets } from "@yutu/assets/contract";
import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTask, closeProject, makeProject } from "./make-project.ts";

describe("talking about a task", () => {
  let app: TestApp;
  let pm: Person;
  let marketer: Person;
  let projectId = "";
  let taskId = "";
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
    marketer = await app.as("marketer");
    projectId = await makeProject(app);
    taskId = await addTask(pm, projectId, "主图定稿", "2026-09-07", "2026-09-09");
  });
  afterAll(() => app.close());

  const say = (who: Person, body: string, parentId: string | null = null) =>
    who.must(tasks.addComment, { params: { taskId }, body: { body, parentId } });
  const comments = async (who: Person) => (await who.must(tasks.listComments, { params: { taskId } })).comments;

  it("mentions people, who find it in their list until it is settled", async () => {
    const { id } = await say(pm, `<@${marketer.memberId}> 请今天看一下主图`);
    await app.settle();
    const [event] = await app.sql<{ payload: Record<string, unknown> }>(
      "SELECT payload FROM outbox WHERE type = 'tasks.comment-added'",
    );
    expect(event?.payload).toMatchObject({
      commentId: id,
      excerpt: "@周子航 请今天看一下主图",
      mentionIds: [marketer.memberId],
      followerIds: [],
    });
    const mentions = await marketer.must(tasks.listMentions, { query: {} });
    expect(mentions.items).toMatchObject([
      { commentId: id, taskId, title: "主图定稿", author: { memberName: "林晓彤" } },
    ]);
    const reply = await say(marketer, "收到", id);
    const nested = await say(pm, "谢谢", reply.id);
    const thread = await comments(pm);
    expect(thread.map((c) => [c.id, c.parentId])).toEqual([
      [id, null],
      [reply.id, id],
      [nested.id, id],
    ]);
    await marketer.must(tasks.resolveComment, { params: { commentId: reply.id }, body: { resolved: true } });
    expect((await comments(pm)).every((c) => c.resolvedBy?.memberId === marketer.memberId)).toBe(true);
    expect((await marketer.must(tasks.listMentions, { query: {} })).items).toEqual([]);
    await pm.must(tasks.resolveComment, { params: { commentId: id }, body: { resolved: false } });
    expect((await marketer.must(tasks.listMentions, { query: {} })).items).toHaveLength(1);
    const stranger = `<@mem_00000000000000000000000000> 你好`;
    expect(await pm.refusal(tasks.addComment, { params: { taskId }, body: { body: stranger } })).toBe(
      "tasks/unknown-member",
    );
    const elsewhere = await addTask(pm, projectId, "别的");
    const wrong = { params: { taskId: elsewhere }, body: { body: "?", parentId: id } };
    expect(await pm.refusal(tasks.addComment, wrong)).toBe("tasks/unknown-comment");
  });

  it("is changed by its author, taken away by author or manager, and reacted to by everybody", async () => {
    const { id } = await say(marketer, "第一稿");
    const params = { commentId: id };
    expect(await pm.refusal(tasks.updateComment, { params, body: { body: "改" } })).toBe("tasks/not-author");
    await marketer.must(tasks.updateComment, {
      params,
      body: { body: `改好了 <@${pm.memberId}>`, expectedVersion: 1 },
    });
    expect(await marketer.refusal(tasks.updateComment, { params, body: { body: "x", expectedVersion: 1 } })).toBe(
      "request/stale-version",
    );
    expect((await pm.must(tasks.listMentions, { query: {} })).items.map((m) => m.commentId)).toEqual([id]);
    await pm.must(tasks.reactToComment, { params, body: { emoji: "👍", on: true } });
    await marketer.must(tasks.reactToComment, { params, body: { emoji: "👍", on: true } });
    await marketer.must(tasks.reactToComment, { params, body: { emoji: "👍", on: false } });
    const shown = (await comments(pm)).find((c) => c.id === id);
    expect(shown).toMatchObject({ reactions: [{ emoji: "👍", mine: true }], abilities: { edit: false, remove: true } });
    expect(shown?.editedAt).not.toBeNull();
    expect(await (await app.as("designer")).refusal(tasks.deleteComment, { params })).toBe("tasks/not-author");
    await say(pm, "回复", id);
    await pm.must(tasks.deleteComment, { params });
    expect((await comments(pm)).find((c) => c.id === id)).toMatchObject({ deleted: true, body: "", mentions: [] });
    expect(await marketer.refusal(tasks.updateComment, { params, body: { body: "x" } })).toBe("request/not-found");
    expect(await marketer.refusal(tasks.deleteComment, { params })).toBe("request/not-found");
    expect(await marketer.refusal(tasks.resolveComment, { params, body: { resolved: true } })).toBe(
      "request/not-found",
    );
    expect(await (await app.stranger()).refusal(tasks.listComments, { params: { taskId } })).toBe("request/not-found");
  });

  it("lets guests on the project talk and nobody else from outside", async () => {
    const guest = await app.as("agency");
    expect(await guest.refusal(tasks.addComment, { params: { taskId }, body: { body: "你好" } })).toBe(
      "request/not-found",
    );
    await pm.must(projects.updateProject, { params: { projectId }, body: { people: { designer: [guest.memberId] } } });
    expect(await guest.refusal(tasks.addComment, { params: { taskId }, body: { body: "你好" } })).toBe("ok");
    expect(await guest.refusal(tasks.updateTask, { params: { taskId }, body: { title: "x" } })).toBe(
      "request/forbidden",
    );
  });

  it("hangs files on a task and takes them off", async () => {
    const uploaded = await marketer.upload(
      assets.uploadFile,
      { query: { name: "主图.txt" } },
      new TextEncoder().encode("草稿"),
    );
    if (!uploaded.ok) throw new Error(uploaded.error.detail);
    const body = { fileId: uploaded.value.id };
    expect(await pm.refusal(tasks.addAttachment, { params: { taskId }, body })).toBe("assets/unknown-file");
    await marketer.must(tasks.addAttachment, { params: { taskId }, body });
    const { attachments } = await pm.must(tasks.listAttachments, { params: { taskId } });
    expect(attachments).toMatchObject([{ name: "主图.txt", uploadedBy: { memberName: "周子航" }, removable: true }]);
    expect((await pm.must(tasks.getTask, { params: { taskId } })).attachments).toBe(1);
    const guest = await app.as("agency");
    const params = { taskId, fileId: uploaded.value.id };
    expect(await guest.refusal(tasks.removeAttachment, { params })).toBe("tasks/not-author");
    await pm.must(tasks.removeAttachment, { params });
    expect(await pm.refusal(tasks.removeAttachment, { params })).toBe("request/not-found");
  });

  it("tells the whole history in words people know", async () => {
    const id = await addTask(pm, projectId, "历史", "2026-09-07", "2026-09-08");
    await pm.must(tasks.updateTask, {
      params: { taskId: id },
      body: { assigneeIds: [marketer.memberId], status: "doing" },
    });
    await marketer.must(tasks.updateTask, { params: { taskId: id }, body: { dueDate: "2026-09-10" } });
    await pm.must(tasks.addLink, { body: { fromId: taskId, toId: id } });
    await pm.must(tasks.deleteTask, { params: { taskId: id } });
    await pm.must(tasks.restoreTasks, { body: { taskIds: [id] } });
    const read = async () => {
      const seen = [];
      let cursor: string | undefined;
      do {
        const page = await pm.must(tasks.listActivity, {
          params: { taskId: id },
          query: { limit: 2, ...(cursor ? { cursor } : {}) },
        });
        seen.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    const history = await read();
    expect(new Set(history.map((h) => h.kind))).toEqual(
      new Set(["created", "changed", "rescheduled", "link-added", "deleted", "restored"]),
    );
    const changed = history.find((h) => h.kind === "changed");
    expect(changed?.actor?.memberName).toBe("林晓彤");
    expect(changed?.changes).toEqual([
      { field: "status", before: "todo", after: "doing" },
      { field: "assignee_ids", before: "", after: "周子航" },
    ]);
    const moved = history.filter((h) => h.kind === "rescheduled");
    expect(moved.at(-1)?.changes).toEqual([{ field: "due_date", before: "2026-09-08", after: "2026-09-10" }]);
    expect(history.find((h) => h.kind === "link-added")?.changes).toEqual([
      { field: "task", before: null, after: "主图定稿" },
    ]);
    expect(await (await app.stranger()).refusal(tasks.listActivity, { params: { taskId: id }, query: {} })).toBe(
      "request/not-found",
    );
  });

  it("keeps filters under a name, for oneself or for all", async () => {
    const search = { status: ["todo"], group: "channel" };
    const own = await pm.must(tasks.createView, { body: { projectId, name: "我的", view: "list", search } });
    const shared = await pm.must(tasks.createView, {
      body: { projectId, name: "大家的", view: "board", search, shared: true },
    });
    const seen = async (who: Person) =>
      (await who.must(tasks.listViews, { query: { projectId } })).views.map((v) => [v.name, v.own]);
    expect(await seen(pm)).toEqual([
      ["大家的", true],
      ["我的", true],
    ]);
    expect(await seen(marketer)).toEqual([["大家的", false]]);
    expect((await pm.must(tasks.listViews, { query: {} })).views).toEqual([]);
    const change = (viewId: string) => ({ params: { viewId }, body: { name: "新名字" } });
    expect(await marketer.refusal(tasks.updateView, change(own.id))).toBe("request/not-found");
    expect(await marketer.refusal(tasks.updateView, change(shared.id))).toBe("tasks/not-author");
    expect(await marketer.refusal(tasks.deleteView, { params: { viewId: shared.id } })).toBe("tasks/not-author");
    await pm.must(tasks.updateView, change(own.id));
    expect(await pm.refusal(tasks.updateView, { params: { viewId: own.id }, body: { expectedVersion: 1 } })).toBe(
      "request/stale-version",
    );
    await pm.must(tasks.deleteView, { params: { viewId: own.id } });
    expect(await seen(pm)).toEqual([["大家的", true]]);
    expect(await (await app.stranger()).refusal(tasks.listViews, { query: { projectId } })).toBe("request/not-found");
  });

  it("falls silent when the project is closed", async () => {
    const over = await makeProject(app, { name: "结束了" });
    const id = await addTask(pm, over, "最后");
    const { id: commentId } = await pm.must(tasks.addComment, { params: { taskId: id }, body: { body: "完" } });
    await closeProject(app, over);
    expect(await pm.refusal(tasks.updateComment, { params: { commentId }, body: { body: "x" } })).toBe(
      "tasks/project-closed",
    );
    expect(
      await pm.refusal(tasks.addAttachment, {
        params: { taskId: id },
        body: { fileId: "fil_00000000000000000000000000" },
      }),
    ).toBe("tasks/project-closed");
    expect((await pm.must(tasks.listComments, { params: { taskId: id } })).comments[0]?.abilities).toEqual({
      edit: false,
      remove: false,
    });
  });
});
