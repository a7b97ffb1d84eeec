import { ok } from "@yutu/kernel";
import type { SessionSource } from "@yutu/ui";
import { identity } from "../contract/index.ts";

/** How the shell learns who is here. Somebody who is signed in but in no workspace counts as not here. */
export const sessionSource: SessionSource = {
  signInPath: "/sign-in",
  load: async (client) => {
    const result = await client.call(identity.getSession, {});
    if (!result.ok) return result.error.status === 401 ? ok(undefined) : result;
    const { member, workspace, workspaces, permissions } = result.value;
    if (!member || !workspace) return ok(undefined);
    return ok({
      member: { id: member.id, name: member.name, email: member.email },
      workspace: { id: workspace.id, name: workspace.name },
      workspaces: workspaces.map(({ id, name }) => ({ id, name })),
      permissions: new Set<string>(permissions),
      timeZone: workspace.timeZone,
    });
  },
  switchWorkspace: (client, workspaceId) => client.call(identity.switchWorkspace, { body: { workspaceId } }),
  signOut: (client) => client.call(identity.signOut, { body: {} }),
};
