import { defineMessages } from "@yutu/i18n";

export const overviewTexts = defineMessages({
  zh: {
    approval: "立项审批",
    brief: "营销简报",
    noBrief: "还没有写简报。",
    people: "成员",
    manager: "项目经理",
    facts: "项目资料",
    key: "活动码",
    dates: "起止",
    anchor: "节点日",
    budget: "预算总额",
    channels: "渠道",
    visibility: { label: "可见范围", workspace: "全公司", private: "仅成员" },
  },
  en: {
    approval: "Approval",
    brief: "Brief",
    noBrief: "There is no brief yet.",
    people: "People",
    manager: "Project manager",
    facts: "Facts",
    key: "Campaign key",
    dates: "Dates",
    anchor: "Anchor",
    budget: "Total budget",
    channels: "Channels",
    visibility: { label: "Visible to", workspace: "Everybody", private: "Members only" },
  },
});
