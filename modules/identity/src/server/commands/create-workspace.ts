import type { Services } from "@yutu/application";
import { memberJoined } from "../../domain/events.ts";
import { members, workspaces } from "../tables.ts";

interface Founder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Makes a workspace with its first owner. @returns the workspace's id */
export async function foundWorkspace(
  services: Services,
  founder: Founder,
  workspace: { readonly name: string; readonly currency?: string; readonly demo?: boolean },
  requestId: string,
): Promise<string> {
  const workspaceId = services.ids.next("wsp");
  await services.database.withTenant(
    { workspaceId, actor: { kind: "system", id: null }, operation: "identity.createWorkspace", requestId },
    async (tx) => {
      await tx.db.insert(workspaces).values({ id: workspaceId, ...workspace });
      const memberId = tx.ids.next("mem");
      await tx.db
        .insert(members)
        .values({ id: memberId, userId: founder.id, name: founder.name, email: founder.email, role: "owner" });
      await tx.emit(memberJoined, { memberId, role: "owner" }, { entity: "member", id: memberId });
    },
  );
  return workspaceId;
}
