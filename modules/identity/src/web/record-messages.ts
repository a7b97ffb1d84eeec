import type { Records, ValueWords } from "@yutu/i18n";
import { identityTexts } from "./messages.ts";
import { memberTexts } from "./settings/members/messages.ts";

const roles: ValueWords = { zh: identityTexts.zh.roles, en: identityTexts.en.roles };
const statuses: ValueWords = { zh: memberTexts.zh.statuses, en: memberTexts.en.statuses };

/** What the records of people and their workspace are called. */
export const identityRecords: Records = {
  workspaces: {
    name: ["企业", "Workspace"],
    columns: { time_zone: ["时区", "Time zone"], demo: ["演示企业", "Demo company"] },
  },
  departments: {
    name: ["部门", "Department"],
    columns: { parent_id: ["上级部门", "Parent department"], head_member_id: ["部门负责人", "Head"] },
  },
  members: {
    name: ["成员", "Member"],
    columns: {
      name: ["姓名", "Name"],
      user_id: ["账号", "Account"],
      email: ["邮箱", "E-mail"],
      role: ["角色", "Role", roles],
      department_id: ["部门", "Department"],
      status: ["状态", "Status", statuses],
    },
  },
  invitations: {
    name: ["邀请", "Invitation"],
    columns: {
      email: ["邮箱", "E-mail"],
      role: ["角色", "Role", roles],
      department_id: ["部门", "Department"],
      invited_by: ["邀请人", "Invited by"],
      accepted_at: ["接受时间", "Accepted"],
    },
  },
  api_tokens: {
    name: ["API 令牌", "API token"],
    columns: { scopes: ["权限范围", "Scopes"] },
  },
};
