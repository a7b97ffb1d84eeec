import { pathToFileURL } from "node:url";
import { unwrap } from "@yutu/kernel";
import {
  bgNbd,
  cohortTable,
  createRandom,
  drawGamma,
  fitGammaGamma,
  fitPurchaseModel,
  gammaGamma,
  historiesOf,
  MONTHLY_VALUE,
  type PurchaseHistories,
  type RfmInput,
  scoreCustomers,
  scoreRfm,
  simulateCustomer,
  summariseTransactions,
  type Transaction,
  valueCustomers,
} from "@yutu/statistics";
import { type BenchRow, measure, printRows } from "./measure.ts";

const MODEL = bgNbd({ r: 0.6, alpha: 5, a: 0.8, b: 2.5 });
const SIZES = [20_000, 200_000] as const;

/** Customers of different age in whole days, as real data has them. */
function drawHistories(n: number): PurchaseHistories {
  const random = createRandom(n);
  const toDay = (weeks: number): number => Math.round(weeks * 7) / 7;
  return historiesOf(
    Array.from({ length: n }, () => {
      const { history } = simulateCustomer(random, MODEL, toDay(10 + 90 * random.uniform()), 0);
      return { ...history, recency: history.repeats === 0 ? 0 : Math.min(history.age, toDay(history.recency)) };
    }),
  );
}

function drawTransactions(n: number): Transaction[] {
  const random = createRandom(n);
  return Array.from({ length: n }, () => ({
    customerId: `c${Math.floor((random.uniform() ** 2 * n) / 3)}`,
    day: Math.floor(random.uniform() * 700),
    valueMinor: 1000 + Math.floor(random.uniform() * 50_000),
  }));
}

function drawSpend(n: number): { repeats: Float64Array; values: Float64Array } {
  const random = createRandom(n);
  const repeats = Float64Array.from({ length: n }, () => Math.floor(random.uniform() * 8));
  return {
    repeats,
    values: repeats.map((x) => (x === 0 ? 0 : drawGamma(random, 6 * x, 10 / (x * drawGamma(random, 4))))),
  };
}

const drawRfm = (n: number): RfmInput[] => {
  const random = createRandom(n);
  return Array.from({ length: n }, (_, i) => ({
    customerId: `c${i}`,
    recencyDays: Math.floor(random.uniform() * 500),
    orders: 1 + Math.floor(random.uniform() * 20),
    spendMinor: Math.floor(random.uniform() * 1e6),
  }));
};

/** Times fitting, scoring and grouping of customers. */
export function benchCustomers(): BenchRow[] {
  const spending = gammaGamma({ p: 6, q: 4, nu: 1500 });
  return [
    measure("histories from transactions", [50_000, 500_000], drawTransactions, (rows) =>
      unwrap(summariseTransactions(rows, { endDay: 700 })),
    ),
    measure("fit BG/NBD", SIZES, drawHistories, (h) => unwrap(fitPurchaseModel("bg-nbd", h)), 1),
    measure("fit MBG/NBD", SIZES, drawHistories, (h) => unwrap(fitPurchaseModel("mbg-nbd", h)), 1),
    measure("fit Pareto/NBD", [5_000, 50_000], drawHistories, (h) => unwrap(fitPurchaseModel("pareto-nbd", h)), 1),
    measure("fit Gamma-Gamma", SIZES, drawSpend, ({ repeats, values }) => unwrap(fitGammaGamma(repeats, values)), 1),
    measure("score: alive, expected, churn", SIZES, drawHistories, (h) => unwrap(scoreCustomers(MODEL, h, 13))),
    measure("lifetime value, 12 months", SIZES, drawHistories, (h) =>
      unwrap(valueCustomers(MODEL, spending, h, h.repeats, MONTHLY_VALUE)),
    ),
    measure("RFM", SIZES, drawRfm, (rows) => unwrap(scoreRfm(rows))),
    measure("cohort table by month", [50_000, 500_000], drawTransactions, (rows) =>
      unwrap(cohortTable(rows, { period: "month", endDay: 700 })),
    ),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printRows("Customers", benchCustomers());
}
