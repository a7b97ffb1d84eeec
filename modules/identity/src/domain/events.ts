import { defineEvent } from "@yutu/contract";
import { z } from "zod";

export const memberJoined = defineEvent(
  "identity.member-joined",
  1,
  z.object({ memberId: z.string(), role: z.string() }),
);
export const memberChanged = defineEvent(
  "identity.member-changed",
  1,
  z.object({ memberId: z.string(), role: z.string(), status: z.string() }),
);
export const departmentChanged = defineEvent("identity.department-changed", 1, z.object({ departmentId: z.string() }));
export const workspaceChanged = defineEvent("identity.workspace-changed", 1, z.object({ workspaceId: z.string() }));
