import { Amount } from "@yutu/kernel";
import type { LocalText, ProjectTemplate } from "./template.ts";

export interface PlannedBudgetLine {
  readonly key: string;
  readonly name: LocalText;
  readonly category: string;
  readonly channel: string | null;
  readonly reserve: boolean;
  readonly plannedMinor: number;
}

/**
 * The budget tree of a project: the template's lines for the channels it uses, with the total split by their shares.
 * The parts add up to the total exactly.
 * @param totalMinor minor units, 0 or more
 */
export function budgetLinesOf(
  template: ProjectTemplate,
  totalMinor: number,
  channels: readonly string[],
): PlannedBudgetLine[] {
  const lines = template.budget.filter((line) => line.channel === null || channels.includes(line.channel));
  const weights = lines.map((line) => line.permille);
  const parts = weights.some((w) => w > 0)
    ? Amount.allocate(totalMinor, weights)
    : lines.map((_, i) => (i === 0 ? totalMinor : 0));
  return lines.map(({ key, name, category, channel, reserve }, i) => ({
    key,
    name,
    category,
    channel,
    reserve,
    plannedMinor: parts[i] ?? 0,
  }));
}
