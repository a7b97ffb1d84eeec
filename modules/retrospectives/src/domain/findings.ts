import { KEPT_WITHIN } from "./budget-review.ts";
import type {
  ApprovalReview,
  AssetReview,
  BudgetReview,
  ChannelReview,
  Evidence,
  Finding,
  FindingCode,
  GoalReview,
  RetrospectiveDocument,
  ScheduleReview,
  Section,
} from "./document.ts";

/** An approval that took longer is worth a word. */
export const LONG_WAIT_HOURS = 48;
/** An asset with more versions was reworked more than usual. */
export const MANY_VERSIONS = 4;
/** From this share of tasks on time the plan held. */
export const ON_TIME_FROM = 0.8;
const MOST_PER_CODE = 3;

type Params = Finding["params"];
type Tone = Finding["tone"];

const finding = (section: Section, code: FindingCode, tone: Tone, params: Params, evidence: Evidence[]): Finding => ({
  section,
  code,
  tone,
  params,
  evidence,
});

function budgetFindings({ lines, totals }: BudgetReview): Finding[] {
  if (lines.length === 0) return [];
  const evidence = (line: BudgetReview["lines"][number]): Evidence[] => [
    { entity: "budget_line", id: line.lineId, label: line.name },
  ];
  const { budgetMinor, actualMinor, deviationMinor, deviation } = totals;
  const kept = deviation !== null && Math.abs(deviation) <= KEPT_WITHIN;
  const total = { budgetMinor, actualMinor, deviationMinor, deviation: deviation ?? 0 };
  const over = lines.filter((l) => l.verdict === "over").toSorted((a, b) => b.deviationMinor - a.deviationMinor);
  const unused = lines.filter((l) => l.verdict === "unused").toSorted((a, b) => a.deviationMinor - b.deviationMinor);
  const open = lines.filter((l) => l.committedMinor > 0);
  return [
    finding("budget", "budget_total", kept ? "good" : deviationMinor > 0 ? "bad" : "neutral", total, []),
    ...over.slice(0, MOST_PER_CODE).map((line) => {
      const params = { name: line.name, deviationMinor: line.deviationMinor, deviation: line.deviation ?? 1 };
      return finding("budget", "line_over", "bad", params, evidence(line));
    }),
    ...unused.slice(0, MOST_PER_CODE).map((line) => {
      const params = { name: line.name, budgetMinor: line.budgetMinor, actualMinor: line.actualMinor };
      return finding("budget", "line_unused", "neutral", params, evidence(line));
    }),
    ...(open.length > 0
      ? [
          finding(
            "budget",
            "open_commitments",
            "neutral",
            { committedMinor: totals.committedMinor },
            open.flatMap(evidence),
          ),
        ]
      : []),
  ];
}

function goalFindings({ kpis }: GoalReview): Finding[] {
  return kpis.map((kpi) => {
    const evidence: Evidence[] = [{ entity: "kpi", id: kpi.kpiId, label: kpi.name }];
    if (kpi.attainment === null || kpi.actual === null || kpi.target === null)
      return finding("goals", "kpi_without_value", "neutral", { name: kpi.name }, evidence);
    const params = {
      name: kpi.name,
      unit: kpi.unit,
      actual: kpi.actual,
      target: kpi.target,
      attainment: kpi.attainment,
    };
    const reached = kpi.verdict === "reached";
    return finding("goals", reached ? "kpi_reached" : "kpi_missed", reached ? "good" : "bad", params, evidence);
  });
}

function scheduleFindings(review: ScheduleReview): Finding[] {
  if (review.onTimeRate === null) return [];
  const tasksOf = (cause: string): Evidence[] =>
    review.late
      .filter((task) => task.causes.some((part) => part.cause === cause))
      .slice(0, MOST_PER_CODE)
      .map((task) => ({ entity: "task", id: task.taskId, label: task.title }));
  const slip = review.finishSlipDays;
  const [cause] = review.byCause;
  const [phase] = review.byPhase;
  const days = review.byCause.reduce((sum, row) => sum + row.days, 0);
  const worst = review.late[0];
  const onTime = { onTime: review.onTime, tasks: review.tasks, rate: review.onTimeRate };
  return [
    finding("schedule", "on_time", review.onTimeRate >= ON_TIME_FROM ? "good" : "bad", onTime, []),
    ...(slip === null
      ? []
      : [
          finding(
            "schedule",
            "finish_slip",
            slip > 0 ? "bad" : "good",
            { days: slip, planned: review.plannedFinish ?? "", actual: review.actualFinish ?? "" },
            slip > 0 && worst ? [{ entity: "task", id: worst.taskId, label: worst.title }] : [],
          ),
        ]),
    ...(cause && days > 0
      ? [
          finding(
            "schedule",
            "slip_cause",
            "bad",
            { cause: cause.cause, days: cause.days, share: cause.days / days, tasks: cause.tasks },
            tasksOf(cause.cause),
          ),
        ]
      : []),
    ...(phase && phase.days > 0
      ? [
          finding(
            "schedule",
            "slip_phase",
            "neutral",
            { phase: phase.name, days: phase.days, late: phase.late, tasks: phase.tasks },
            [],
          ),
        ]
      : []),
  ];
}

function approvalFindings({ entries, medianHours, reworked }: ApprovalReview): Finding[] {
  const long = entries
    .filter((entry) => (entry.waitingHours ?? 0) > LONG_WAIT_HOURS)
    .toSorted((a, b) => (b.waitingHours ?? 0) - (a.waitingHours ?? 0));
  const again = entries.filter(
    (entry, i) => entry.rounds > 1 && entries.findIndex((e) => e.subjectId === entry.subjectId) === i,
  );
  const evidence = (list: typeof entries): Evidence[] =>
    list.slice(0, MOST_PER_CODE).map((entry) => ({ entity: "approval", id: entry.approvalId, label: entry.title }));
  return [
    ...(medianHours === null
      ? []
      : [
          finding(
            "approvals",
            "approval_wait",
            long.length > 0 ? "bad" : "good",
            { medianHours, long: long.length, count: entries.length },
            evidence(long),
          ),
        ]),
    ...(reworked > 0 ? [finding("approvals", "rework", "neutral", { subjects: reworked }, evidence(again))] : []),
  ];
}

function channelFindings({ channels }: ChannelReview): Finding[] {
  const withRoi = channels.flatMap((row) => {
    const roi = row.figures["roi"];
    return roi === null || roi === undefined ? [] : [{ channel: row.channel, roi }];
  });
  const sorted = withRoi.toSorted((a, b) => b.roi - a.roi);
  const best = sorted[0];
  const evidence = (channel: string): Evidence[] => [{ entity: "channel", id: channel, label: channel }];
  return [
    ...(best && best.roi > 0 ? [finding("channels", "channel_best", "good", best, evidence(best.channel))] : []),
    ...sorted
      .filter((row) => row.roi < 0)
      .slice(-MOST_PER_CODE)
      .map((row) => finding("channels", "channel_loss", "bad", row, evidence(row.channel))),
  ];
}

function assetFindings({ assets, versions, used }: AssetReview): Finding[] {
  if (assets.length === 0) return [];
  const again = assets.filter((asset) => asset.versions >= MANY_VERSIONS).slice(0, MOST_PER_CODE);
  return [
    finding("assets", "assets_used", "neutral", { count: assets.length, versions, used }, []),
    ...again.map((asset) =>
      finding("assets", "asset_reworked", "neutral", { name: asset.name, versions: asset.versions }, [
        { entity: "asset", id: asset.assetId, label: asset.name },
      ]),
    ),
  ];
}

/** What stands out, section by section, each with the things that prove it. */
export const findingsOf = (document: Omit<RetrospectiveDocument, "findings">): Finding[] => [
  ...budgetFindings(document.budget),
  ...goalFindings(document.goals),
  ...scheduleFindings(document.schedule),
  ...approvalFindings(document.approvals),
  ...channelFindings(document.channels),
  ...assetFindings(document.assets),
];
