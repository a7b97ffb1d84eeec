import type { Records, ValueWords } from "@yutu/i18n";
import { CHANNEL_WORDS } from "@yutu/projects/domain";
import { budgetTexts } from "./messages.ts";

const { zh, en } = budgetTexts;
const rules: ValueWords = { zh: zh.rules, en: en.rules };
const statuses: ValueWords = { zh: zh.statuses, en: en.statuses };
const contractStates: ValueWords = {
  zh: { open: zh.open, closed: zh.closed },
  en: { open: en.open, closed: en.closed },
};

/** What the records of money are called. */
export const budgetRecords: Records = {
  budget_lines: {
    name: ["预算行", "Budget line"],
    columns: {
      category: ["科目", "Category"],
      channel: ["渠道", "Channel", CHANNEL_WORDS],
      reserve: ["预备金", "Reserve"],
      enforcement: ["超支时", "When exceeded", rules],
      warn_permille: ["提醒线（‰）", "Warn from (‰)"],
      planned_minor: ["计划", "Plan"],
      changed_minor: ["变更", "Changes"],
      reserved_minor: ["占用", "Held"],
      committed_minor: ["承诺", "Committed"],
      actual_minor: ["支出", "Spent"],
    },
  },
  commitments: {
    name: ["合同", "Contract"],
    columns: {
      line_id: ["预算行", "Budget line"],
      supplier: ["供应商", "Supplier"],
      contract_number: ["合同编号", "Contract number"],
      consumed_minor: ["已用", "Used"],
      status: ["状态", "Status", contractStates],
    },
  },
  claims: {
    name: ["报销", "Claim"],
    columns: {
      title: ["事由", "Purpose"],
      requester_id: ["申请人", "Requested by"],
      tax_minor: ["其中税额", "Tax included"],
      status: ["状态", "Status", statuses],
      invoice_code: ["发票代码", "Invoice code"],
      invoice_number: ["发票号码", "Invoice number"],
      invoice_date: ["开票日期", "Invoice date"],
      seller: ["销售方", "Seller"],
      justification: ["超预算说明", "Justification"],
      exceeds: ["超出预算", "Exceeds the budget"],
      commitment_id: ["合同", "Contract"],
      paid_at: ["付款时间", "Paid"],
    },
  },
  claim_lines: {
    name: ["报销明细", "Claim line"],
    columns: { claim_id: ["报销", "Claim"], line_id: ["预算行", "Budget line"] },
  },
  exchange_rates: {
    name: ["汇率", "Exchange rate"],
    columns: { valid_from: ["生效日期", "Valid from"], rate: ["汇率", "Rate"] },
  },
};
