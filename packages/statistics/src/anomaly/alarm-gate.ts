/**
 * One alarm per incident: within the cool-down after an alarm only evidence clearly stronger than the strongest so far
 * passes, as an escalation; a quiet cool-down ends the incident.
 */
export class AlarmGate {
  readonly #cooldownSlots: number;
  readonly #escalation: number;
  #peak = 0;
  #lastSlot = Number.NEGATIVE_INFINITY;

  /** @param escalation factor by which evidence must exceed the incident's peak to pass again */
  constructor(cooldownSlots: number, escalation = 1.1) {
    this.#cooldownSlots = cooldownSlots;
    this.#escalation = escalation;
  }

  /** True when this surprise opens an incident or escalates the open one. */
  admits(slot: number, surprise: number): boolean {
    const open = slot - this.#lastSlot < this.#cooldownSlots;
    if (surprise <= (open ? this.#peak * this.#escalation : NOISE)) return false;
    this.#peak = surprise;
    this.#lastSlot = slot;
    return true;
  }
}

/** Weaker evidence than a 1-in-30 point never opens an incident. */
const NOISE = 1.5;
