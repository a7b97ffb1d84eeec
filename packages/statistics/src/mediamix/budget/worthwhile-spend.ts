import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../../foundation/index.ts";
import { type BudgetChannel, type ChannelSpend, resolveRequest } from "./allocation-problem.ts";
import { choicePoints } from "./choice-points.ts";

/**
 * How much to spend when the budget is open: each channel up to where one more minor unit stops to bring `price` (1 means
 * "as long as money comes back" when the response is value in the same unit). Exact for any curve, because without a
 * common budget the channels do not compete; S-shaped curves are compared as a whole with spending nothing.
 */
export function worthwhileSpend(channels: readonly BudgetChannel[], price: number): Estimated<readonly ChannelSpend[]> {
  if (!Number.isFinite(price)) return refuse("notFinite", "the price is not a finite number");
  if (price <= 0) return refuse("outOfRange", "the price of a unit must be positive", { price });
  const limit = channels.reduce((sum, channel) => sum + Math.max(channel.maximumMinor, channel.currentMinor ?? 0), 0);
  const slack = {
    id: "\uffff",
    curve: { concave: true, response: () => 0, slope: () => 0 },
    minimumMinor: 0,
    maximumMinor: limit,
  };
  const resolved = resolveRequest({ budgetMinor: limit, channels: [...channels, slack] });
  if (!resolved.ok) return resolved;
  const chosen = new Map<string, number>();
  for (const channel of resolved.value) {
    const points = choicePoints(channel, Math.max(1, channel.high));
    const surplus = (spend: number): number => channel.curve.response(spend) - price * spend;
    let at = 0;
    points.spends.forEach((spend, k) => {
      if (surplus(spend) > surplus(points.spends[at] ?? 0)) at = k;
    });
    const low = points.open[at - 1] === 1 ? (points.spends[at - 1] ?? 0) : (points.spends[at] ?? 0);
    const high = points.open[at] === 1 ? (points.spends[at + 1] ?? 0) : (points.spends[at] ?? 0);
    const best = channel.step === 1 ? refine(surplus, low, points.spends[at] ?? 0, high) : (points.spends[at] ?? 0);
    chosen.set(channel.id, best);
  }
  return ok(
    channels.map(({ id, curve }) => {
      const spendMinor = chosen.get(id) ?? 0;
      const marginalResponse = curve.response(spendMinor + 1) - curve.response(spendMinor);
      return { id, spendMinor, response: curve.response(spendMinor), marginalResponse };
    }),
  );
}

/** Best whole spend near a grid point, by ternary search between its neighbours. */
function refine(surplus: (spend: number) => number, low: number, middle: number, high: number): number {
  let [from, to] = [low, high];
  while (to - from > 2) {
    const third = (to - from) / 3;
    const [a, b] = [Math.floor(from + third), Math.ceil(to - third)];
    if (surplus(a) < surplus(b)) from = a;
    else to = b;
    if (a === from && b === to) break;
  }
  let best = middle;
  for (let spend = Math.ceil(from); spend <= to; spend++) if (surplus(spend) > surplus(best)) best = spend;
  return best;
}
