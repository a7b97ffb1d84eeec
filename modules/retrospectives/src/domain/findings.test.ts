import { describe, expect, it } from "vitest";
import type { Finding } from "./document.ts";
import { retrospectiveDocumentSchema } from "./document.ts";
import { type FigureWords, sentenceOf, summaryOf } from "./finding-words.ts";
import { lessonKindFor } from "./lesson.ts";
import { handMadeDocument } from "./report-fixture.ts";
import { withoutMoney } from "./without-money.ts";

const words: FigureWords = {
  money: (minor) => `¥${(minor / 100).toFixed(0)}`,
  percent: (share) => `${(share * 100).toFixed(1)}%`,
  number: (value) => String(Math.round(value * 100) / 100),
  value: (value, unit) => (unit === "money" ? `¥${value / 100}` : String(value)),
  channel: (code) => ({ tmall: "天猫", douyin: "抖音" })[code] ?? code,
};
const { findings } = handMadeDocument;
const of = (code: Finding["code"]): Finding[] => findings.filter((each) => each.code === code);

describe("findings of hand-made ledgers", () => {
  it("fit the stored shape", () => {
    expect(retrospectiveDocumentSchema.parse(JSON.parse(JSON.stringify(handMadeDocument)))).toEqual(handMadeDocument);
  });
  it("say what stands out, with its evidence", () => {
    expect(findings.map((each) => [each.code, each.tone, each.evidence.map((proof) => proof.id)])).toEqual([
      ["budget_total", "neutral", []],
      ["line_over", "bad", ["bln_1"]],
      ["line_unused", "neutral", ["bln_2"]],
      ["open_commitments", "neutral", ["bln_2"]],
      ["kpi_missed", "bad", ["kpi_1"]],
      ["kpi_reached", "good", ["kpi_2"]],
      ["kpi_without_value", "neutral", ["kpi_3"]],
      ["on_time", "bad", []],
      ["finish_slip", "good", []],
      ["slip_cause", "bad", ["tsk_1"]],
      ["slip_phase", "neutral", []],
      ["approval_wait", "bad", ["apr_1"]],
      ["rework", "neutral", ["apr_1"]],
      ["channel_best", "good", ["tmall"]],
      ["channel_loss", "bad", ["douyin"]],
      ["assets_used", "neutral", []],
      ["asset_reworked", "neutral", ["ast_1"]],
    ]);
  });
  it("read as sentences in both languages", () => {
    const [over] = of("line_over");
    const [cause] = of("slip_cause");
    expect(over && sentenceOf(over, "zh", words)).toBe("“信息流投放”超支 ¥20000（20.0%）。");
    expect(cause && sentenceOf(cause, "en", words)).toBe(
      "Most delay came from taking longer than planned: 3 days over 1 task, 60.0% of all.",
    );
    for (const language of ["zh", "en"] as const)
      for (const each of findings) {
        const sentence = sentenceOf(each, language, words);
        expect(sentence, each.code).not.toMatch(/undefined|NaN|null/);
        expect(sentence.length).toBeGreaterThan(5);
      }
    expect(summaryOf(findings, "zh", words)).toContain("预算 ¥160000，实际支出 ¥140000，结余 ¥20000（12.5%）。");
  });
  it("lead to lessons where something can be learned", () => {
    expect(findings.filter((each) => lessonKindFor(each) !== undefined).map((each) => each.code)).toEqual([
      "line_over",
      "line_unused",
      "kpi_missed",
      "slip_cause",
      "approval_wait",
      "rework",
      "channel_best",
      "channel_loss",
      "asset_reworked",
    ]);
  });
});

describe("the document for readers without the right to see money", () => {
  it("holds neither budgets nor media cost, nor what follows from them", () => {
    const shown = withoutMoney(handMadeDocument);
    expect([shown.budget.lines, shown.channels.metricIds, shown.channels.totals]).toEqual([
      [],
      ["gmv"],
      { gmv: 140_000_000 },
    ]);
    expect([shown.goals.kpis.map((kpi) => kpi.name), shown.goals.attainment]).toEqual([["GMV", "NPS"], 0.8]);
    const text = JSON.stringify(shown);
    for (const secret of ["bln_1", "12000000", "32000000", "ad_spend", "-0.06", "kpi_2"])
      expect(text).not.toContain(secret);
  });
});
