import { approvals } from "@yutu/approvals/contract";
import { budgets } from "@yutu/budgets/contract";
import { notifications } from "@yutu/notifications/contract";
import { projects } from "@yutu/projects/contract";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("the inbox", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
    const [pm, marketer] = [await app.as("pm"), await app.as("marketer")];
    const { id: projectId } = await pm.must(projects.createProject, {
      body: {
        typeKey: "ecommerce_promo",
        anchorDate: "2026-11-11",
        totalBudgetMinor: 100_000_000,
        channels: ["tmall"],
        name: "双11",
        managerId: pm.memberId,
      },
    });
    await app.settle();
    const [line] = (await pm.must(budgets.getBudget, { params: { projectId } })).lines;
    const claim = await marketer.must(budgets.createClaim, {
      params: { projectId },
      body: { title: "打样费", amountMinor: 100, lines: [{ lineId: line?.id ?? "", amountMinor: 100 }] },
    });
    const sent = await marketer.must(budgets.submitClaim, { params: { claimId: claim.id } });
    await app.settle();
    await pm.must(approvals.decideApproval, {
      params: { approvalId: sent.approvalId ?? "" },
      body: { decision: "return", comment: "缺发票" },
    });
    await app.settle();
  });
  afterAll(() => app.close());

  it("asks the approver and tells the requester the outcome, each once", async () => {
    const [pm, marketer] = [await app.as("pm"), await app.as("marketer")];
    const asked = await pm.must(notifications.listNotifications, { query: { show: "actionable" } });
    expect(asked.items.filter((n) => n.kind === "approval_asked").map((n) => [n.title, n.actorName, n.entity])).toEqual(
      [["打样费", "周子航", "approval"]],
    );
    const told = await marketer.must(notifications.listNotifications, {});
    expect(told.items.filter((n) => n.kind === "approval_finished").map((n) => n.excerpt)).toEqual(["returned|缺发票"]);
  });

  it("counts what is unread, marks it, and puts things away and back", async () => {
    const marketer = await app.as("marketer");
    const { unread } = await marketer.must(notifications.countUnread, {});
    expect(unread).toBeGreaterThan(0);
    const [one] = (await marketer.must(notifications.listNotifications, {})).items;
    await marketer.must(notifications.markRead, { body: { ids: [one?.id ?? ""] } });
    expect((await marketer.must(notifications.countUnread, {})).unread).toBe(unread - 1);
    await marketer.must(notifications.markRead, { body: { ids: [one?.id ?? ""], read: false } });
    await marketer.must(notifications.markRead, { body: {} });
    expect((await marketer.must(notifications.countUnread, {})).unread).toBe(0);
    await marketer.must(notifications.archiveNotification, {
      params: { notificationId: one?.id ?? "" },
      body: { archived: true },
    });
    expect((await marketer.must(notifications.listNotifications, {})).items.map((n) => n.id)).not.toContain(one?.id);
    await marketer.must(notifications.archiveNotification, {
      params: { notificationId: one?.id ?? "" },
      body: { archived: false },
    });
  });

  it("is each member's own", async () => {
    const [one] = (await (await app.as("marketer")).must(notifications.listNotifications, {})).items;
    for (const other of [await app.as("pm"), await app.stranger()]) {
      expect(
        await other.refusal(notifications.archiveNotification, {
          params: { notificationId: one?.id ?? "" },
          body: { archived: true },
        }),
      ).toBe("request/not-found");
      expect(await other.must(notifications.markRead, { body: { ids: [one?.id ?? ""], read: false } })).toEqual({
        changed: 0,
      });
    }
  });
});
