import { identity } from "@yutu/identity/contract";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("membership", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  it("has a person per role in the demo and shows them on the sign-in page", async () => {
    const { people, password } = await app.visitor().must(identity.listDemoPeople, {});
    expect(people).toHaveLength(10);
    expect(password).not.toBeNull();
    expect(new Set(people.map((p) => p.role)).size).toBe(9);
  });

  it("invites by link: once, for one address, until it is withdrawn", async () => {
    const admin = await app.as("admin");
    const invite = (email: string | null) => admin.must(identity.inviteMember, { body: { email, role: "marketer" } });
    const tokenOf = (url: string) => url.split("/join/")[1] ?? "";
    const { url } = await invite("fresh@brand.example");
    expect(url.startsWith(app.origin)).toBe(true);
    expect(await app.visitor().must(identity.viewInvitation, { params: { token: tokenOf(url) } })).toMatchObject({
      workspaceName: "青柠旗舰店",
      role: "marketer",
      accountExists: false,
    });
    const newAccount = { email: "other@brand.example", name: "小新", password: "correct horse battery" };
    expect(
      await app.visitor().refusal(identity.acceptInvitation, { params: { token: tokenOf(url) }, body: { newAccount } }),
    ).toBe("identity/invitation-for-other");
    const joiner = app.visitor();
    await joiner.must(identity.acceptInvitation, {
      params: { token: tokenOf(url) },
      body: { newAccount: { ...newAccount, email: "fresh@brand.example" } },
    });
    expect((await joiner.must(identity.getSession, {})).member).toMatchObject({ name: "小新", role: "marketer" });
    expect(await app.visitor().refusal(identity.viewInvitation, { params: { token: tokenOf(url) } })).toBe(
      "identity/invitation-invalid",
    );

    const second = await invite(null);
    await admin.must(identity.revokeInvitation, { params: { invitationId: second.id } });
    expect(await app.visitor().refusal(identity.viewInvitation, { params: { token: tokenOf(second.url) } })).toBe(
      "identity/invitation-invalid",
    );
    const third = await invite(null);
    app.clock.advance({ days: 8 });
    expect(await app.visitor().refusal(identity.viewInvitation, { params: { token: tokenOf(third.url) } })).toBe(
      "identity/invitation-invalid",
    );
    expect(await (await app.as("marketer")).refusal(identity.inviteMember, { body: { role: "marketer" } })).toBe(
      "request/forbidden",
    );
  });

  it("keeps one owner and lets only owners make owners", async () => {
    const [owner, admin] = [await app.as("owner"), await app.as("admin")];
    const make = (memberId: string, role: "owner" | "admin") => ({ params: { memberId }, body: { role } });
    expect(await owner.refusal(identity.updateMember, make(owner.memberId, "admin"))).toBe("identity/last-owner");
    expect(await admin.refusal(identity.updateMember, make(admin.memberId, "owner"))).toBe("identity/role-too-high");
    expect(await (await app.stranger()).refusal(identity.updateMember, make(admin.memberId, "admin"))).toBe(
      "request/not-found",
    );
    const stale = { params: { memberId: admin.memberId }, body: { role: "admin" as const, expectedVersion: 99 } };
    expect(await owner.refusal(identity.updateMember, stale)).toBe("request/stale-version");
  });

  it("ends a disabled member's access at once", async () => {
    const [owner, store] = [await app.as("owner"), await app.as("store")];
    await owner.must(identity.updateMember, { params: { memberId: store.memberId }, body: { status: "disabled" } });
    expect(await store.refusal(identity.listMembers, {})).toBe("request/unauthenticated");
    await owner.must(identity.updateMember, { params: { memberId: store.memberId }, body: { status: "active" } });
    expect(await store.refusal(identity.listMembers, {})).toBe("ok");
  });

  it("keeps departments a tree and does not drop one in use", async () => {
    const admin = await app.as("admin");
    const add = (name: string, parentId: string | null) =>
      admin.must(identity.createDepartment, { body: { name, parentId } });
    const top = await add("品牌中心", null);
    const below = await add("内容组", top.id);
    expect(await admin.refusal(identity.createDepartment, { body: { name: "内容组", parentId: top.id } })).toBe(
      "identity/department-name-taken",
    );
    expect(
      await admin.refusal(identity.updateDepartment, {
        params: { departmentId: top.id },
        body: { parentId: below.id },
      }),
    ).toBe("identity/department-cycle");
    expect(await admin.refusal(identity.deleteDepartment, { params: { departmentId: top.id } })).toBe(
      "identity/department-in-use",
    );
    await admin.must(identity.deleteDepartment, { params: { departmentId: below.id } });
    await admin.must(identity.deleteDepartment, { params: { departmentId: top.id } });
  });

  it("writes who changed what into the audit log, secrets left out", async () => {
    const owner = await app.as("owner");
    await owner.must(identity.updateWorkspace, { body: { name: "青柠旗舰店（新）" } });
    const rows = await app.sql<{ actor_id: string; before: object; after: object }>(
      "SELECT actor_id, before, after FROM audit_log WHERE operation = 'identity.updateWorkspace'",
    );
    expect(rows).toMatchObject([
      { actor_id: owner.memberId, before: { name: "青柠旗舰店" }, after: { name: "青柠旗舰店（新）" } },
    ]);
    const secrets = await app.sql(
      "SELECT 1 FROM audit_log WHERE before::text LIKE '%token_hash%' OR after::text LIKE '%token_hash%'",
    );
    expect(secrets).toHaveLength(0);
  });
});
