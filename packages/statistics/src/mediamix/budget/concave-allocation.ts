import type { ResponseCurve } from "./response-curve.ts";

/** A channel with a concave curve between two limits. */
export interface ConcaveChannel {
  readonly curve: ResponseCurve;
  readonly low: number;
  readonly high: number;
}

/** Largest spend within the limits whose next unit still brings at least `price`. */
function demandAt(channel: ConcaveChannel, price: number): number {
  const { curve, low, high } = channel;
  if (curve.slope(high) >= price) return high;
  if (curve.slope(low) < price) return low;
  let [from, to] = [low, high];
  for (let i = 0; i < 80 && to - from > 1e-7; i++) {
    const middle = (from + to) / 2;
    if (curve.slope(middle) >= price) from = middle;
    else to = middle;
  }
  return from;
}

/**
 * Divides a budget over concave curves so that all channels not at a limit have the same marginal response: bisection on
 * that common price, exact up to `0.5` of a minor unit in total. Where curves are linear and the price does not decide,
 * channels are filled in order.
 * @param budget between the sums of the low and of the high limits
 */
export function allocateConcave(channels: readonly ConcaveChannel[], budget: number): Float64Array {
  const demands = (price: number): Float64Array => Float64Array.from(channels, (channel) => demandAt(channel, price));
  const total = (spends: Float64Array): number => spends.reduce((a, b) => a + b, 0);
  let [cheap, dear] = [-700, 700];
  for (let i = 0; i < 200 && dear - cheap > 1e-14 * Math.max(1, Math.abs(dear)); i++) {
    const price = (cheap + dear) / 2;
    if (total(demands(Math.exp(price))) >= budget) cheap = price;
    else dear = price;
  }
  const spends = demands(Math.exp(dear));
  const upper = total(demands(Math.exp(cheap))) >= budget ? demands(Math.exp(cheap)) : null;
  let left = budget - total(spends);
  channels.forEach((channel, i) => {
    const room = (upper?.[i] ?? channel.high) - (spends[i] ?? 0);
    const extra = Math.max(0, Math.min(left, room));
    spends[i] = (spends[i] ?? 0) + extra;
    left -= extra;
  });
  return spends;
}

/**
 * Whole minor units with the exact total: rounds down, then gives the missing units one by one to the channel whose next
 * unit brings most.
 */
export function roundToBudget(channels: readonly ConcaveChannel[], spends: Float64Array, budget: number): Float64Array {
  const whole = spends.map((spend, i) => {
    const { low = 0, high = 0 } = channels[i] ?? {};
    return Math.max(low, Math.min(high, Math.floor(spend + 1e-9)));
  });
  let left = budget - whole.reduce((a, b) => a + b, 0);
  while (left > 0) {
    let best = -1;
    let gain = Number.NEGATIVE_INFINITY;
    channels.forEach((channel, i) => {
      const spend = whole[i] ?? 0;
      if (spend + 1 > channel.high) return;
      const own = channel.curve.response(spend + 1) - channel.curve.response(spend);
      if (own > gain) [best, gain] = [i, own];
    });
    if (best < 0) break;
    whole[best] = (whole[best] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}
