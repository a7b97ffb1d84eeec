import { ok } from "@yutu/kernel";
import { type Estimate, warning } from "../foundation/estimate.ts";
import { type Estimated, refuse } from "../foundation/problems.ts";
import { type AnomalyReading, OnlineDetector } from "./online-detector.ts";
import type { DetectorOptions } from "./options.ts";

/** What a detector would have said, reading by reading; nulls are gaps. */
export interface Replay {
  readonly readings: readonly (AnomalyReading | null)[];
  readonly alarms: readonly AnomalyReading[];
}

/**
 * Replays a history through a fresh detector: to judge the latest reading of a stored series, or to show how often given
 * options would have alarmed before they are switched on.
 * @param from slot number of the first value; `known` tells slots of known events
 */
export function replayDetector(
  values: readonly (number | null)[],
  options: DetectorOptions = {},
  { from = 0, known = () => false }: { readonly from?: number; readonly known?: (slot: number) => boolean } = {},
): Estimated<Estimate<Replay>> {
  if (values.length === 0) return refuse("emptyInput", "the series is empty");
  const created = OnlineDetector.create(options);
  if (!created.ok) return created;
  const readings = values.map((value, i) => created.value.push(from + i, value, known(from + i)));
  const alarms = readings.flatMap((reading) => (reading?.alarm === true ? [reading] : []));
  const seen = readings.filter((reading) => reading !== null);
  const ready = seen.at(-1)?.ready === true;
  const warnings = ready ? [] : [warning("anomaly/warming-up", `${seen.length} values are too few to alarm yet`)];
  return ok({
    estimate: { readings, alarms },
    interval: null,
    level: null,
    method: "online-tails",
    n: seen.length,
    warnings,
  });
}
