import { defineMessages } from "@yutu/i18n";

export const projectDataTexts = defineMessages({
  zh: {
    strip: "项目指标",
    status: {
      not_started: "未开始",
      no_data: "无数据",
      on_track: "进度正常",
      at_risk: "有风险",
      off_track: "落后",
      achieved: "已达成",
      missed: "未达成",
    },
    target: (p: { target: string; status: string }) => `目标 ${p.target} · ${p.status}`,
    course: (p: { name: string }) => `${p.name} 对照目标曲线`,
  },
  en: {
    strip: "Figures of the project",
    status: {
      not_started: "not started",
      no_data: "no data",
      on_track: "on track",
      at_risk: "at risk",
      off_track: "behind",
      achieved: "reached",
      missed: "missed",
    },
    target: (p) => `Target ${p.target} · ${p.status}`,
    course: (p) => `${p.name} against its target`,
  },
});
