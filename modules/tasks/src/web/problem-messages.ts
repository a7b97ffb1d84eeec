import { defineMessages } from "@yutu/i18n";

/** Sentences for what the module refuses, by code. */
export const taskProblemTexts = defineMessages({
  zh: {
    "tasks/project-closed": "项目已结束，内容不再改动。",
    "tasks/cycle": "这样会让任务互相等待，形成死循环。",
    "tasks/link-exists": "这两个任务已经有同样的依赖。",
    "tasks/unknown-task": "项目里没有这个任务。",
    "tasks/unknown-member": "没有这位在职成员。",
    "tasks/unknown-phase": "项目里没有这个阶段。",
    "tasks/dates-reversed": "结束不能早于开始。",
    "tasks/impossible-link": "这两个任务不能这样关联。",
    "tasks/ended": "已完成的任务不再移动，请先重新打开。",
    "tasks/stale-plan": "有人刚改过计划，请重新确认后再发布。",
    "tasks/moved-on": "之后又有人改过这些任务，无法整体撤销，请在甘特图里调整。",
    "tasks/unknown-comment": "要回复的评论不在这个任务里。",
    "tasks/blocked": (p: { names: string }) => `前置任务未完成：${p.names}`,
    "tasks/not-author": "只有本人可以这样做。",
    "tasks/parent-cycle": "任务不能成为自己的下级。",
  },
  en: {
    "tasks/project-closed": "The project is over; nothing in it changes any more.",
    "tasks/cycle": "That would make the tasks wait for one another in a circle.",
    "tasks/link-exists": "These tasks are linked like that already.",
    "tasks/unknown-task": "There is no such task in this project.",
    "tasks/unknown-member": "There is no such active member.",
    "tasks/unknown-phase": "There is no such phase in this project.",
    "tasks/dates-reversed": "The end cannot come before the beginning.",
    "tasks/impossible-link": "These tasks cannot be linked like that.",
    "tasks/ended": "What is done does not move; open it again first.",
    "tasks/stale-plan": "Somebody has just changed the plan. Look at it again before you publish.",
    "tasks/moved-on": "These tasks were changed again since. Move them on the chart instead.",
    "tasks/unknown-comment": "The comment you answer is not on this task.",
    "tasks/blocked": (p) => `Not finished before it: ${p.names}`,
    "tasks/not-author": "Only the person themselves may do that.",
    "tasks/parent-cycle": "A task cannot lie below itself.",
  },
});
