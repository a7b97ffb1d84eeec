import type { Random } from "../../foundation/index.ts";
import { AdaptiveProposal } from "./adaptive-proposal.ts";
import type { BaselinePosterior } from "./baseline-posterior.ts";
import { type ChannelModel, type EffectScale, effectHeight, logBelief, mediaPressure } from "./channel-effect.ts";

/** One draw from the posterior. Coefficients and variance are in units of sd(outcome). */
export interface PosteriorDraw {
  /** Parameters of each channel. */
  readonly parameters: readonly Float64Array[];
  /** Outcome per unit of pressure of each channel. */
  readonly heights: Float64Array;
  readonly correlation: number;
  readonly coefficients: Float64Array;
  readonly variance: number;
}

export interface SamplerOptions {
  readonly warmUp: number;
  readonly draws: number;
  /** Iterations per kept draw. */
  readonly thin: number;
}

/** Prior of atanh ρ: errors mostly carry over to some degree. */
const CORRELATION_PRIOR = { mean: 0.3, sd: 0.4 };

interface ChannelState {
  parameters: Float64Array;
  pressure: Float64Array;
  height: number;
  /** Effect by period in sd(outcome). */
  effect: Float64Array;
  belief: number;
}

/** Samples one chain: blocks per channel, all effects together, and the carry-over of errors, by adaptive Metropolis. */
export class PosteriorChain {
  private readonly states: ChannelState[];
  private readonly residual: Float64Array;
  private log: number;
  private atanhRho = CORRELATION_PRIOR.mean;
  private readonly blocks: readonly AdaptiveProposal[];
  private readonly together: AdaptiveProposal;
  private readonly carry: AdaptiveProposal;

  /** @param outcome in units of its sd; `sd` converts heights */
  constructor(
    private readonly outcome: Float64Array,
    private readonly sd: number,
    private readonly channels: readonly ChannelModel[],
    private readonly scale: EffectScale,
    private readonly baseline: BaselinePosterior,
    private readonly random: Random,
  ) {
    this.states = channels.map((channel) => {
      const jitter = channel.priorSd.map((s) => 0.3 * s * (2 * random.uniform() - 1));
      return this.stateOf(
        channel,
        channel.priorMean.map((m, i) => m + (jitter[i] ?? 0)),
      );
    });
    this.residual = outcome.slice();
    for (const { effect } of this.states) this.residual.forEach((v, t) => (this.residual[t] = v - (effect[t] ?? 0)));
    baseline.setCorrelation(Math.tanh(this.atanhRho));
    this.log = baseline.logLikelihood(this.residual);
    this.blocks = channels.map(
      (channel) =>
        new AdaptiveProposal(
          channel.priorSd.map((s) => 0.4 * s),
          random,
        ),
    );
    this.together = new AdaptiveProposal(
      Float64Array.from(channels, (channel) => 0.3 * (channel.priorSd[0] ?? 1)),
      random,
    );
    this.carry = new AdaptiveProposal(Float64Array.from([0.15]), random);
  }

  run(options: SamplerOptions): PosteriorDraw[] {
    for (let i = 0; i < options.warmUp; i++) this.step(true);
    const draws: PosteriorDraw[] = [];
    for (let i = 0; i < options.draws; i++) {
      for (let k = 0; k < options.thin; k++) this.step(false);
      const { coefficients, variance } = this.baseline.draw(this.residual, this.random);
      draws.push({
        parameters: this.states.map((state) => state.parameters),
        heights: Float64Array.from(this.states, (state) => state.height),
        correlation: this.baseline.correlation,
        coefficients,
        variance,
      });
    }
    return draws;
  }

  private step(adapting: boolean): void {
    this.channels.forEach((channel, c) => {
      const state = this.states[c];
      const block = this.blocks[c];
      if (state === undefined || block === undefined) return;
      const accepted = this.moveChannel(channel, state, c, block.propose(state.parameters));
      if (adapting) block.adapt(this.states[c]?.parameters ?? state.parameters, accepted);
    });
    if (this.channels.length > 1) this.moveEffects(adapting);
    this.moveCorrelation(adapting);
  }

  private stateOf(channel: ChannelModel, parameters: Float64Array, known?: Float64Array): ChannelState {
    const pressure = known ?? mediaPressure(channel, parameters, channel.exposure);
    const height = effectHeight(channel, parameters, pressure, this.scale);
    const effect = pressure.map((m) => (m * height) / this.sd);
    return { parameters, pressure, height, effect, belief: logBelief(channel, parameters, pressure, height) };
  }

  /** Tries new parameters for a channel; returns the acceptance probability. */
  private moveChannel(channel: ChannelModel, state: ChannelState, c: number, proposed: Float64Array): number {
    const next = this.stateOf(channel, proposed);
    const residual = this.residual.map((v, t) => v + (state.effect[t] ?? 0) - (next.effect[t] ?? 0));
    const log = this.baseline.logLikelihood(residual);
    const chance = Math.exp(Math.min(0, log - this.log + next.belief - state.belief));
    if (this.random.uniform() < chance) {
      this.states[c] = next;
      this.residual.set(residual);
      this.log = log;
    }
    return Number.isFinite(chance) ? chance : 0;
  }

  /** Moves the effects of all channels at once, so that channels that were on together can trade. */
  private moveEffects(adapting: boolean): void {
    const now = Float64Array.from(this.states, (state) => state.parameters[0] ?? 0);
    const proposed = this.together.propose(now);
    const next = this.states.map((state, c) => {
      const parameters = state.parameters.slice();
      parameters[0] = proposed[c] ?? 0;
      return this.stateOf(this.channels[c] as ChannelModel, parameters, state.pressure);
    });
    const residual = this.outcome.slice();
    for (const { effect } of next)
      for (let t = 0; t < residual.length; t++) residual[t] = (residual[t] ?? 0) - (effect[t] ?? 0);
    const log = this.baseline.logLikelihood(residual);
    const beliefs = (list: readonly ChannelState[]): number => list.reduce((sum, state) => sum + state.belief, 0);
    const chance = Math.exp(Math.min(0, log - this.log + beliefs(next) - beliefs(this.states)));
    const accepted = this.random.uniform() < chance;
    if (accepted) {
      this.states.splice(0, this.states.length, ...next);
      this.residual.set(residual);
      this.log = log;
    }
    if (adapting) this.together.adapt(accepted ? proposed : now, Number.isFinite(chance) ? chance : 0);
  }

  private moveCorrelation(adapting: boolean): void {
    const now = Float64Array.from([this.atanhRho]);
    const proposed = this.carry.propose(now)[0] ?? this.atanhRho;
    const prior = (v: number): number => -(((v - CORRELATION_PRIOR.mean) / CORRELATION_PRIOR.sd) ** 2) / 2;
    const before = this.baseline.correlation;
    this.baseline.setCorrelation(Math.tanh(proposed));
    const log = this.baseline.logLikelihood(this.residual);
    const chance = Math.exp(Math.min(0, log - this.log + prior(proposed) - prior(this.atanhRho)));
    if (this.random.uniform() < chance) {
      this.atanhRho = proposed;
      this.log = log;
    } else {
      this.baseline.setCorrelation(before);
    }
    if (adapting) this.carry.adapt(Float64Array.from([this.atanhRho]), Number.isFinite(chance) ? chance : 0);
  }
}
