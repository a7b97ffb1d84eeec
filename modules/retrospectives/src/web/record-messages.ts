import type { Records, ValueWords } from "@yutu/i18n";
import { retrospectiveTexts } from "./messages.ts";

const { zh, en } = retrospectiveTexts;
const kinds: ValueWords = { zh: zh.kinds, en: en.kinds };
const lessonStatuses: ValueWords = { zh: zh.statuses, en: en.statuses };
const sections: ValueWords = { zh: zh.key, en: en.key };
const statuses: ValueWords = {
  zh: { writing: "生成中", failed: "失败", draft: "草稿", published: "已发布" },
  en: { writing: "Being written", failed: "Failed", draft: "Draft", published: "Published" },
};

/** What the records of retrospectives are called. */
export const retrospectiveRecords: Records = {
  retrospectives: {
    name: ["复盘", "Retrospective"],
    columns: {
      status: ["状态", "Status", statuses],
      document: ["计算结果", "Computed document"],
      computed_at: ["数据时间", "Figures of"],
      published_at: ["发布时间", "Published"],
      published_by: ["发布人", "Published by"],
    },
  },
  retrospective_blocks: { name: ["复盘内容", "Retrospective block"], columns: { key: ["章节", "Section", sections] } },
  lessons: {
    name: ["经验", "Lesson"],
    columns: {
      kind: ["类型", "Kind", kinds],
      evidence: ["依据", "Evidence"],
      status: ["状态", "Status", lessonStatuses],
      proposed_by: ["提出人", "Proposed by"],
      decided_by: ["决定人", "Decided by"],
    },
  },
};
