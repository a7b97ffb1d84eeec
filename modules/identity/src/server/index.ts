import { defineModule, onSchedule } from "@yutu/application";
import { defineSchedule } from "@yutu/jobs";
import { accountOperations } from "./account-operations.ts";
import { deleteExpiredSessions } from "./account-repository.ts";
import { workspaceOperations } from "./operations.ts";

export { type Authenticated, authenticateSession, authenticateToken, SESSION_COOKIE } from "./authenticate.ts";
export { createDemoWorkspace, DEMO_PASSWORD, type DemoPerson, type DemoWorkspace } from "./demo.ts";
export {
  departmentHeadOf,
  findActiveMember,
  listActiveMembers,
  listMembersByName,
  type MemberFacts,
  type WorkspaceFacts,
  workspaceFacts,
} from "./directory.ts";

const removeOldSessions = defineSchedule("identity.remove-old-sessions", "17 * * * *");

export const identityModule = defineModule({
  name: "identity",
  operations: [...accountOperations, ...workspaceOperations],
  schedules: [
    onSchedule(removeOldSessions, async (services) => {
      await services.database.withSystem("remove sessions that have ended", async (tx) => {
        await deleteExpiredSessions(tx);
        await tx.query("DELETE FROM system.failed_sign_ins WHERE at < now() - interval '1 day'");
        await tx.query("DELETE FROM idempotency_keys WHERE created_at < now() - interval '1 day'");
      });
    }),
  ],
});
