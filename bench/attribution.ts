import { pathToFileURL } from "node:url";
import {
  buildJourneys,
  type Conversion,
  chooseOrder,
  compareModels,
  countJourneyPaths,
  countPaths,
  type JourneyTable,
  linearTouch,
  markov,
  orderedShapley,
  type PathCounts,
  type PathRow,
  shapley,
  type Touch,
} from "@yutu/attribution";
import { unwrap } from "@yutu/kernel";
import { createRandom, drawInteger, type Random } from "@yutu/statistics";
import { type BenchRow, measure, printRows } from "./measure.ts";

const CHANNELS = Array.from({ length: 12 }, (_, i) => `channel-${i}`);
const SIZES = [100_000, 1_000_000] as const;

/** A journey of 1 to about 20 touches, mean 4, channels unevenly popular. */
function drawPath(random: Random): string[] {
  const path: string[] = [];
  do path.push(CHANNELS[Math.min(drawInteger(random, 12), drawInteger(random, 12))] ?? "");
  while (random.uniform() > 0.25);
  return path;
}

function drawRows(n: number): PathRow[] {
  const random = createRandom(n);
  return Array.from({ length: n }, (_, i) => {
    const channels = drawPath(random);
    return random.uniform() < 0.1 ? { channels, conversions: 1, valueMinor: 100 + (i % 900) } : { channels, nulls: 1 };
  });
}

function drawEvents(journeys: number): { touches: Touch[]; conversions: Conversion[] } {
  const random = createRandom(journeys);
  const touches: Touch[] = [];
  const conversions: Conversion[] = [];
  for (let p = 0; p < journeys; p++) {
    let atMs = random.uniform() * 1e10;
    const personId = `person-${p}`;
    for (const channel of drawPath(random)) {
      atMs += random.uniform() * 2e8;
      touches.push({ personId, channel, atMs });
    }
    if (random.uniform() < 0.1) conversions.push({ personId, atMs: atMs + 1000, valueMinor: 1990 });
  }
  return { touches, conversions };
}

/** Times attribution from raw paths and from touches. */
export function benchAttribution(): BenchRow[] {
  const counted = (n: number): PathCounts => unwrap(countPaths(drawRows(n)));
  const table = (n: number): JourneyTable => {
    const { touches, conversions } = drawEvents(n);
    return unwrap(buildJourneys(touches, conversions));
  };
  const touchSizes = [50_000, 250_000] as const;
  return [
    measure("paths counted, Markov 1, Shapley, linear", SIZES, drawRows, (rows) => {
      const paths = unwrap(countPaths(rows));
      return [markov(paths, 1), shapley(paths), linearTouch(paths)];
    }),
    measure("count distinct paths", SIZES, drawRows, (rows) => countPaths(rows)),
    measure("Markov order 1", SIZES, counted, (p) => markov(p, 1)),
    measure("Markov order 2", SIZES, counted, (p) => markov(p, 2)),
    measure("Markov order 3", SIZES, counted, (p) => markov(p, 3)),
    measure("Markov order 4", SIZES, counted, (p) => markov(p, 4), 1),
    measure("choice of order 1 to 4", SIZES, counted, (p) => chooseOrder(p), 1),
    measure("Shapley", SIZES, counted, (p) => shapley(p)),
    measure("ordered Shapley", SIZES, counted, (p) => orderedShapley(p)),
    measure("journeys from touches", touchSizes, drawEvents, ({ touches, conversions }) =>
      buildJourneys(touches, conversions),
    ),
    measure("eight models on journeys", touchSizes, table, (t) => compareModels(t)),
    measure("paths from journeys", touchSizes, table, (t) => countJourneyPaths(t)),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printRows("Attribution (journeys)", benchAttribution());
}
