import type { Records, ValueWords } from "@yutu/i18n";
import { approvalTexts } from "./messages.ts";

const { zh, en } = approvalTexts;
const states: ValueWords = { zh: zh.state, en: en.state };
const steps: ValueWords = { zh: zh.step, en: en.step };
const modes: ValueWords = { zh: zh.mode, en: en.mode };
const subjects: ValueWords = { zh: zh.subjects, en: en.subjects };

/** What the records of approvals are called. */
export const approvalRecords: Records = {
  approval_flows: { name: ["审批流程", "Approval flow"], columns: { stages: ["节点", "Stages"] } },
  approvals: {
    name: ["审批", "Approval"],
    columns: {
      subject_type: ["事项", "Subject", subjects],
      subject_id: ["事项记录", "Subject record"],
      subject_version: ["事项版本", "Version of the subject"],
      flow_key: ["流程代号", "Flow key"],
      flow_name: ["流程", "Flow"],
      state: ["状态", "State", states],
      requested_by: ["发起人", "Requested by"],
      requested_at: ["发起时间", "Requested"],
    },
  },
  approval_steps: {
    name: ["审批步骤", "Approval step"],
    columns: {
      stage: ["节点序号", "Stage number"],
      stage_name: ["节点", "Stage"],
      mode: ["通过方式", "Rule", modes],
      member_id: ["审批人", "Approver"],
      reason: ["为何由其审批", "Why this person"],
      state: ["状态", "State", steps],
      activated_at: ["轮到时间", "Asked"],
      due_at: ["应答期限", "Due"],
      due_hours: ["时限（小时）", "Time to answer (h)"],
      opened_at: ["查看时间", "Opened"],
      reminded_at: ["提醒时间", "Reminded"],
      comment: ["意见", "Comment"],
    },
  },
};
