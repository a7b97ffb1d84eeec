import { calendarDateIn } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { byDay, type Notice, placeOf } from "./notice.ts";

const notice = (id: string, createdAt: string): Notice => ({
  id,
  kind: "comment",
  title: "主会场 KV",
  excerpt: "",
  actorName: "周子航",
  entity: "task",
  entityId: "tsk_1",
  projectId: "prj_1",
  actionable: false,
  read: false,
  createdAt,
});

describe("notices", () => {
  it("lead to what they are about; unknown things lead to their project", () => {
    const about = (entity: string, projectId: string | null) => placeOf({ entity, entityId: "x_1", projectId });
    expect(["task", "approval", "project", "claim"].map((entity) => about(entity, "prj_9"))).toEqual([
      { to: "/tasks/x_1", search: {} },
      { to: "/approvals", search: { open: "x_1" } },
      { to: "/projects/x_1", search: {} },
      { to: "/projects/prj_9", search: {} },
    ]);
    expect(about("claim", null).to).toBe("/inbox");
  });

  it("fall on days of the workspace's clock, not of Greenwich", () => {
    const zone = "Asia/Shanghai";
    const today = calendarDateIn(new Date("2026-11-11T02:00:00Z"), zone);
    const days = byDay(
      [
        notice("a", "2026-11-10T16:30:00Z"),
        notice("b", "2026-11-10T15:30:00Z"),
        notice("c", "2026-11-08T01:00:00Z"),
        notice("d", "2026-11-08T00:00:00Z"),
      ],
      today,
      zone,
    );
    expect(days.map((d) => [d.day, d.which, d.notices.map((n) => n.id).join("")])).toEqual([
      ["2026-11-11", "today", "a"],
      ["2026-11-10", "yesterday", "b"],
      ["2026-11-08", "earlier", "cd"],
    ]);
  });
});
