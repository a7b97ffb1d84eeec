import { addDays, type CalendarDate, daysBetween } from "@yutu/kernel";

/** Daily facts of the demo as the exports a shop would have: made by a seeded generator, so the demo is the same everywhere. */

/** mulberry32: small, seeded, good enough for a demo. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PRODUCTS = [
  ["QN-001", "青柠气泡水 330ml×24", 129],
  ["QN-002", "青柠薄荷茶 72 袋", 89.9],
  ["QN-003", "冷萃咖啡液 30 颗", 199],
  ["QN-004", "青柠礼盒装", 399],
  ["QN-005", "随行玻璃杯 2 只装", 99],
] as const;

const REGIONS = ["上海", "浙江", "江苏", "广东", "北京", "四川"] as const;

export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The day that sales rise to. */
  readonly peak: CalendarDate;
  readonly campaignKey: string;
  readonly seed: number;
}

/** How busy a day is: rising towards the peak, quieter on weekdays. */
const level = (day: CalendarDate, peak: CalendarDate): number => 1 + 5 / (1 + Math.abs(daysBetween(day, peak)) / 2.5);

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

function daysOf({ from, to }: Period): CalendarDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}

const CSV_BOM = "\uFEFF";
const file = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  new TextEncoder().encode(`${CSV_BOM}${[header, ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`);

/** Orders of a period, one line each or two; a few are returned. */
export function ordersCsv(period: Period, perDay: number): Uint8Array {
  const random = seeded(period.seed);
  const rows: (string | number)[][] = [];
  let number = 0;
  for (const day of daysOf(period)) {
    const orders = Math.round(perDay * level(day, period.peak) * (0.8 + 0.4 * random()));
    for (let i = 0; i < orders; i++) {
      const [sku, name, price] = pick(PRODUCTS, random);
      const quantity = 1 + Math.floor(random() * 2.4);
      const hour = String(8 + Math.floor(random() * 15)).padStart(2, "0");
      const minute = String(Math.floor(random() * 60)).padStart(2, "0");
      const channel = pick(["天猫", "天猫", "京东", "抖音", "小红书"], random);
      const customer = `M${String(Math.floor(random() ** 1.6 * perDay * 60)).padStart(5, "0")}`;
      const order = `${day.replaceAll("-", "")}${String(++number).padStart(5, "0")}`;
      const row = (count: number) => [
        order,
        `${day} ${hour}:${minute}:00`,
        sku,
        name,
        count,
        price,
        (price * count).toFixed(2),
        customer,
        pick(REGIONS, random),
        channel,
        period.campaignKey,
      ];
      rows.push(row(quantity));
    }
  }
  return file(
    ["订单编号", "下单时间", "商品编码", "商品名称", "数量", "单价", "金额", "客户编号", "地区", "渠道", "活动码"],
    rows,
  );
}

/** Media costs of a period by day and channel. */
export function adsCsv(period: Period, perDay: number): Uint8Array {
  const random = seeded(period.seed + 1);
  const rows = daysOf(period).flatMap((day) =>
    (["天猫", "抖音", "小红书"] as const).map((channel, i) => {
      const spend = perDay * level(day, period.peak) * (0.7 + 0.6 * random()) * (1 - i * 0.22);
      const impressions = Math.round(spend * (28 + 10 * random()));
      const clicks = Math.round(impressions * (0.018 + 0.012 * random()));
      return [day, channel, `${channel}-站内投放`, spend.toFixed(2), impressions, clicks, period.campaignKey];
    }),
  );
  return file(["日期", "渠道", "计划", "消耗", "展现", "点击", "活动码"], rows);
}
