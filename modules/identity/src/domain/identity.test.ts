import { describe, expect, it } from "vitest";
import { wouldCycle } from "./department.ts";
import { checkPassword } from "./password.ts";
import { checkMemberChange } from "./policy.ts";
import { PERMISSIONS, permissionsOf, ROLES } from "./role.ts";

describe("roles", () => {
  it("gives every permission to at least one role below admin, except those of administrators", () => {
    const administrators = new Set(["workspace.manage", "members.manage", "approvals.manage"]);
    const others = ROLES.filter((role) => role !== "owner" && role !== "admin");
    for (const permission of PERMISSIONS) {
      expect(
        others.some((role) => permissionsOf(role).has(permission)),
        permission,
      ).toBe(!administrators.has(permission));
    }
  });
  it("keeps money from those who do not need it", () => {
    expect(ROLES.filter((role) => permissionsOf(role).has("money.view"))).toEqual([
      "owner",
      "admin",
      "executive",
      "project_manager",
      "analyst",
      "finance",
    ]);
  });
});

describe("checkPassword", () => {
  it.each(["short", "aaaaaaaaaaaa", "lin.xiaotong-2026", "password1234"])("refuses %s", (password) => {
    expect(checkPassword(password, "lin.xiaotong@example.com").ok).toBe(false);
  });
  it("takes a long phrase, Chinese too", () => {
    expect(checkPassword("correct horse battery", "a@b.c").ok).toBe(true);
    expect(checkPassword("春眠不觉晓处处闻啼鸟", "a@b.c").ok).toBe(true);
  });
});

describe("checkMemberChange", () => {
  const owner = { id: "1", role: "owner", active: true } as const;
  const admin = { id: "2", role: "admin", active: true } as const;
  it("keeps one active owner", () => {
    expect(checkMemberChange([owner, admin], "owner", { memberId: "1", role: "admin", active: true }).ok).toBe(false);
    expect(checkMemberChange([owner, admin], "owner", { memberId: "1", role: "owner", active: false }).ok).toBe(false);
    expect(
      checkMemberChange([owner, { ...admin, role: "owner" }], "owner", { memberId: "1", role: "admin", active: true })
        .ok,
    ).toBe(true);
  });
  it("lets only owners make owners", () => {
    expect(checkMemberChange([owner, admin], "admin", { memberId: "2", role: "owner", active: true }).ok).toBe(false);
  });
});

describe("wouldCycle", () => {
  it("sees a circle through several levels", () => {
    const tree = [
      { id: "a", parentId: null },
      { id: "b", parentId: "a" },
      { id: "c", parentId: "b" },
    ];
    expect(wouldCycle(tree, "a", "c")).toBe(true);
    expect(wouldCycle(tree, "c", "a")).toBe(false);
  });
});
