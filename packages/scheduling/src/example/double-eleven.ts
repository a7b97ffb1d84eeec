import { calendarDate, unwrap } from "@yutu/kernel";
import {
  chinaCalendar,
  compileCalendar,
  type Link,
  type Plan,
  parsePredecessors,
  prepareNetwork,
  textGantt,
} from "../index.ts";

/** Number, name, working days, predecessors as somebody types them. */
const SHEET: readonly (readonly [id: string, name: string, days: number, predecessors: string])[] = [
  ["1", "立项与目标", 2, ""],
  ["2", "选品与定价", 5, "1"],
  ["3", "会场与主图设计", 8, "2SS+2d"],
  ["4", "短视频拍摄剪辑", 7, "2"],
  ["5", "广告法合规审核", 2, "3, 4"],
  ["6", "商品上架与活动报名", 4, "2, 5"],
  ["7", "客服培训", 3, "2"],
  ["8", "备货入仓", 10, "2FS+1d"],
  ["9", "全链路压测", 2, "6"],
  ["10", "预热投放", 5, "6SS+50%"],
  ["11", "双11 开卖", 0, "7, 8, 9, 10"],
  ["12", "活动结束", 0, "11FS+1cd"],
  ["13", "复盘报告", 5, "12FS+2d"],
];

const links: Link[] = SHEET.flatMap(([to, , , predecessors]) =>
  unwrap(parsePredecessors(predecessors)).map(({ ref, type, lag }) => ({ from: ref, to, type, ...(lag && { lag }) })),
);

/** Everything that leads to the promo day is laid backwards from it; what follows is laid forwards. */
export const doubleElevenPlan: Plan = {
  tasks: SHEET.map(([id, name, durationDays]) => ({ id, name, durationDays })),
  links,
  direction: { kind: "from-anchors", anchors: [{ taskId: "11", date: calendarDate("2026-11-11") }] },
  calendar: chinaCalendar(),
};

/** The plan drawn as text. */
export function drawDoubleEleven(): string {
  const { schedule } = unwrap(prepareNetwork(doubleElevenPlan));
  const rows = schedule.tasks.map((task, i) => ({ name: doubleElevenPlan.tasks[i]?.name ?? task.id, task }));
  return textGantt(rows, { calendar: unwrap(compileCalendar(doubleElevenPlan.calendar)) });
}
