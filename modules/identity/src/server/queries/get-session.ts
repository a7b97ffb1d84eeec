import { type AccountCall, notFound } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import type { z } from "zod";
import type { sessionSchema } from "../../contract/schemas.ts";
import { permissionsOf } from "../../domain/role.ts";
import { findUser, listMemberships } from "../account-repository.ts";
import { presentMember, presentWorkspace } from "../presenters.ts";

export async function getSession(call: AccountCall): Promise<Result<z.infer<typeof sessionSchema>, Problem>> {
  const { account } = call;
  if (!account) return notFound("session");
  return call.services.database.withSystem("describe the session", async (tx) => {
    const user = await findUser(tx, account.userId);
    if (!user) return notFound("account");
    const memberships = await listMemberships(tx, account.userId);
    const here = memberships.find(({ workspace }) => workspace.id === account.workspaceId);
    const member = here ? presentMember(here.member) : null;
    return ok({
      user: {
        id: user.id,
        name: user.name,
        email: user.email,
        locale: user.locale === "en" ? ("en" as const) : ("zh" as const),
        totpEnabled: user.totpEnabledAt !== null,
      },
      workspaces: memberships.map(({ workspace, member: m }) => ({
        id: workspace.id,
        name: workspace.name,
        role: presentMember(m).role,
      })),
      workspace: here ? presentWorkspace(here.workspace) : null,
      member,
      permissions: member ? [...permissionsOf(member.role)] : [],
    });
  });
}
