import { governance } from "@yutu/governance/contract";
import { identity } from "@yutu/identity/contract";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("the audit log", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  const seal = () => app.sql("SELECT yutu.seal_audit($1, now() + interval '1 second')", [app.demo.workspaceId]);

  it("shows who changed what, filters and pages", async () => {
    const owner = await app.as("owner");
    await owner.must(identity.updateWorkspace, { body: { name: "青柠旗舰店二号" } });
    const { items } = await owner.must(governance.listAudit, {
      query: { table: "workspaces", operation: "identity.updateWorkspace" },
    });
    expect(items).toMatchObject([
      { actorName: "沈若岚", action: "update", before: { name: "青柠旗舰店" }, after: { name: "青柠旗舰店二号" } },
    ]);
    const first = await owner.must(governance.listAudit, { query: { limit: 3 } });
    const second = await owner.must(governance.listAudit, { query: { limit: 3, cursor: first.nextCursor ?? "" } });
    expect(second.items[0]?.seq).toBeLessThan(first.items[2]?.seq ?? 0);
  });

  it("says what the ids in a change are called and which currency its amounts have", async () => {
    const [owner, pm] = [await app.as("owner"), await app.as("pm")];
    const department = await owner.must(identity.createDepartment, {
      body: { name: "会员运营部", headMemberId: pm.memberId },
    });
    await owner.must(identity.updateDepartment, {
      params: { departmentId: department.id },
      body: { headMemberId: owner.memberId },
    });
    const { items } = await owner.must(governance.listAudit, { query: { rowId: department.id } });
    const { members } = await owner.must(identity.listMembers, {});
    const called = (id: string) => members.find((member) => member.id === id)?.name ?? "";
    expect(items.map(({ action, names }) => [action, names])).toEqual([
      [
        "update",
        { [department.id]: "会员运营部", [pm.memberId]: called(pm.memberId), [owner.memberId]: called(owner.memberId) },
      ],
      ["insert", { [department.id]: "会员运营部", [pm.memberId]: called(pm.memberId) }],
    ]);
    expect(items[0]?.currency).toBe("CNY");
  });

  it("notices a sealed entry that was changed or removed afterwards", async () => {
    const owner = await app.as("owner");
    await seal();
    expect(await owner.must(governance.verifyAudit, {})).toMatchObject({ intact: true, unsealed: 0 });
    const [victim] = await app.sql<{ seq: string }>(
      "SELECT seq FROM audit_log WHERE workspace_id = $1 ORDER BY seq OFFSET 4 LIMIT 1",
      [app.demo.workspaceId],
    );
    await app.sql('UPDATE audit_log SET after = \'{"name": "forged"}\' WHERE workspace_id = $1 AND seq = $2', [
      app.demo.workspaceId,
      victim?.seq,
    ]);
    expect(await owner.must(governance.verifyAudit, {})).toMatchObject({
      intact: false,
      brokenAt: Number(victim?.seq),
    });
    await app.sql("DELETE FROM audit_log WHERE workspace_id = $1 AND seq = $2", [app.demo.workspaceId, victim?.seq]);
    const after = await owner.must(governance.verifyAudit, {});
    expect([after.intact, (after.brokenAt ?? 0) > Number(victim?.seq)]).toEqual([false, true]);
  });

  it("cannot be written by the application's own role", async () => {
    const context = {
      workspaceId: app.demo.workspaceId,
      actor: { kind: "system" as const, id: null },
      operation: "test",
      requestId: "test",
    };
    const forge = (text: string) => app.services.database.withTenant(context, (tx) => tx.query(text));
    await expect(forge("DELETE FROM audit_log")).rejects.toThrow(/permission denied/);
    await expect(forge("UPDATE audit_log SET operation = 'x'")).rejects.toThrow(/permission denied/);
    await expect(forge("SELECT yutu.seal_audit('x', now())")).rejects.toThrow(/permission denied/);
  });

  it("is for those who may see it, one workspace each, and exports without formulas", async () => {
    expect(await (await app.as("marketer")).refusal(governance.listAudit, {})).toBe("request/forbidden");
    const stranger = await app.stranger();
    const theirs = await stranger.must(governance.listAudit, { query: { limit: 500 } });
    expect(JSON.stringify(theirs.items)).not.toContain(app.demo.workspaceId);
    const finance = await app.as("finance");
    const file = await fetch(`${app.baseUrl}/audit/export?table=workspaces`, { headers: { cookie: finance.cookie() } });
    const text = await file.text();
    expect(text.split("\r\n")[0]).toContain("seq,at,actor kind");
    expect(text).toContain("青柠旗舰店");
  });
});
