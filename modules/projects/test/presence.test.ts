import { projects } from "@yutu/projects/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRESENT_FOR_MS } from "../src/domain/presence.ts";
import { makeProject } from "./fixtures.ts";

const TASK = `tsk_${"0".repeat(26)}`;
const viewId = (n: number): string => `view_${String(n).padStart(26, "0")}`;

describe("who else is looking", () => {
  let app: TestApp;
  let pm: Person;
  let designer: Person;
  let projectId: string;
  beforeAll(async () => {
    app = await bootApp();
    designer = await app.as("designer");
    ({ pm, id: projectId } = await makeProject(app, { people: { designer: [designer.memberId] } }));
  });
  afterAll(() => app.close());

  const say = (who: Person, view: number, body: { taskId?: string; typing?: boolean } = {}) =>
    who.must(projects.announcePresence, { params: { projectId, viewId: viewId(view) }, body });
  const end = (who: Person, view: number) =>
    who.must(projects.endPresence, { params: { projectId, viewId: viewId(view) } });
  const seenBy = async (who: Person) =>
    (await who.must(projects.listPresence, { params: { projectId } })).people.map((p) => [
      p.memberId,
      p.taskId,
      p.typing,
    ]);
  const wait = (ms: number) => app.clock.set(new Date(app.clock.now().getTime() + ms).toISOString());

  it("shows each to the others once per thing looked at, until they leave or fall silent", async () => {
    await say(pm, 1);
    await say(pm, 2);
    await say(pm, 3, { taskId: TASK, typing: true });
    expect(await seenBy(pm)).toEqual([]);
    const both = [
      [pm.memberId, null, false],
      [pm.memberId, TASK, true],
    ];
    expect(await seenBy(designer)).toEqual(both);
    await say(pm, 3, { taskId: TASK });
    await end(pm, 1);
    expect(await seenBy(designer)).toEqual([both[0], [pm.memberId, TASK, false]]);
    await end(pm, 2);
    expect(await seenBy(designer)).toEqual([[pm.memberId, TASK, false]]);
    wait(PRESENT_FOR_MS / 2);
    await say(pm, 4);
    wait(PRESENT_FOR_MS / 2);
    expect(await seenBy(designer)).toEqual([both[0]]);
    await end(pm, 4);
  });

  it("lets nobody speak or leave for another, and tells who may not see the project nothing", async () => {
    await say(pm, 5);
    await say(designer, 5, { typing: true });
    await end(designer, 5);
    expect(await seenBy(designer)).toEqual([[pm.memberId, null, false]]);
    const guest = await app.as("agency");
    const params = { projectId, viewId: viewId(6) };
    expect(await guest.refusal(projects.listPresence, { params })).toBe("request/not-found");
    expect(await guest.refusal(projects.announcePresence, { params, body: {} })).toBe("request/not-found");
    await end(pm, 5);
  });

  it("tells the browsers only what changed", async () => {
    const heard: string[] = [];
    const stop = await app.services.database.listen("yutu_live", (text) => {
      const hint = JSON.parse(text) as { event: string; projectId: string };
      if (hint.event === "presence.changed") heard.push(hint.projectId);
    });
    const after = async (count: number) => expect.poll(() => heard.length).toBe(count);
    await say(pm, 7);
    await after(1);
    await say(pm, 7);
    await say(pm, 7, { typing: true });
    await after(2);
    await say(pm, 7, { typing: true });
    await end(pm, 7);
    await end(pm, 7);
    await after(3);
    expect(heard).toEqual([projectId, projectId, projectId]);
    await stop();
  });
});
