import { describe, expect, it } from "vitest";
import type { Section } from "./document.ts";
import { type NumberWriter, reviewWords } from "./figure-words.ts";
import { handMadeDocument } from "./report-fixture.ts";
import { type SectionChart, type SectionTable, writeOnScale } from "./section-parts.ts";
import { sectionTables } from "./section-tables.ts";

const writer: NumberWriter = {
  number: (value, digits = 2) => String(Number(value.toFixed(digits))),
  percent: (share, digits = 1) => `${Number((share * 100).toFixed(digits))}%`,
  deltaPercent: (share) => `${share > 0 ? "+" : ""}${Number((share * 100).toFixed(1))}%`,
  money: (minor, currency) => `${currency} ${minor / 100}`,
  moneyShort: (minor, currency) => `${currency} ${minor / 1_000_000}万`,
  enumerate: (items) => items.join("、"),
};

const partsOf = (section: Section, document = handMadeDocument) => {
  const words = reviewWords(writer, "zh", document.project.currency);
  const parts = sectionTables(section, { document, language: "zh", words });
  return {
    words,
    tables: parts.filter((part): part is SectionTable => part.kind === "table"),
    charts: parts.filter((part): part is SectionChart => part.kind === "chart"),
  };
};
const written = ({ head, rows }: SectionTable) => [head, ...rows.map((row) => row.cells.map((cell) => cell.text))];

describe("tables of a retrospective", () => {
  it("set each budget line against its plan and end with the sum", () => {
    const { tables } = partsOf("budget");
    expect(tables.map(written)).toEqual([
      [
        ["预算行", "计划", "变更", "实际", "偏差", "偏差率"],
        ["信息流投放", "CNY 100000", "CNY 0", "CNY 120000", "+CNY 20000", "+20%"],
        ["达人合作", "CNY 50000", "CNY 10000", "CNY 20000", "CNY \u221240000", "-66.7%"],
        ["合计", "CNY 150000", "CNY 10000", "CNY 140000", "CNY \u221220000", "-12.5%"],
      ],
    ]);
    expect(tables[0]?.rows.map((row) => [row.alarm === true, row.total === true])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it("show a KPI without a value as unknown and leave it out of the chart", () => {
    const { tables, charts } = partsOf("goals");
    expect(tables.map(written)[0]?.at(-1)).toEqual(["NPS", "口碑", "30", "40", "–", "–"]);
    expect(charts[0]?.names).toEqual(["GMV", "ROI"]);
  });

  it("put the words of a late task left and its figures right, and lead to the task", () => {
    const late = partsOf("schedule").tables.at(-1);
    expect(late?.head.slice(0, late.figuresFrom)).toEqual(["任务", "负责人", "原因"]);
    expect(late?.head.slice(late.figuresFrom)).toEqual(["批准日期", "完成日期", "延误（天）"]);
    expect(late?.rows[0]?.cells[0]).toEqual({ text: "任务 1", about: { entity: "task", id: "tsk_1" } });
  });

  it("name facts of no channel by nothing, and only known channels lead somewhere", () => {
    const channels = [{ channel: "", figures: { gmv: 100 } }, ...handMadeDocument.channels.channels];
    const document = { ...handMadeDocument, channels: { ...handMadeDocument.channels, channels } };
    const [table] = partsOf("channels", document).tables;
    expect(table?.rows.slice(0, 2).map((row) => row.cells[0])).toEqual([
      { text: "–" },
      { text: "抖音", about: { entity: "channel", id: "douyin" } },
    ]);
  });

  it("say nothing where nothing was recorded", () => {
    const empty = { ...handMadeDocument, budget: { ...handMadeDocument.budget, lines: [] } };
    expect(sectionTables("budget", { document: empty, language: "en", words: partsOf("budget").words })).toEqual([]);
  });
});

describe("charts of a retrospective", () => {
  it("write amounts in the currency of the project, and of the channels' figures", () => {
    const document = { ...handMadeDocument, project: { ...handMadeDocument.project, currency: "USD" } };
    const labels = (section: Section) => {
      const { charts, words } = partsOf(section, document);
      return charts.map((chart) => writeOnScale(chart.scale, 1_000_000, words));
    };
    expect(labels("budget")).toEqual(["USD 1万"]);
    expect(labels("channels")).toEqual(["CNY 1万"]);
  });

  it("claim no currency for an amount whose currency is not known", () => {
    expect(reviewWords(writer, "en", "XXX").money(12_345)).toBe("123.45");
  });
});
