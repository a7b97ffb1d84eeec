import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unwrap } from "@yutu/kernel";
import {
  createRandom,
  DEFAULT_IDENTIFIER_POLICIES,
  dateScale,
  drawInteger,
  editScale,
  everyTwoFields,
  exactScale,
  IdentityGraph,
  type LevelScale,
  linkRecords,
  nameScale,
  normalisePhone,
  type Observation,
  pairwiseQuality,
} from "@yutu/statistics";
import { type BenchRow, measure, printRows } from "./measure.ts";
import { type Figure, report } from "./record.ts";

type Row = Readonly<Record<string, string>>;
const field = (name: string, scale: LevelScale, termFrequency = false) => ({
  name,
  scale,
  termFrequency,
  value: (row: Row) => row[name] || null,
});
const FEBRL_FIELDS = [
  field("given_name", nameScale(), true),
  field("surname", nameScale(), true),
  field("street_number", editScale([1])),
  field("address_1", nameScale(), true),
  field("address_2", nameScale(), true),
  field("suburb", nameScale(), true),
  field("postcode", editScale([1])),
  field("state", exactScale),
  field("date_of_birth", dateScale),
];

function readRows(file: string): Row[] {
  const [head = "", ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/u);
  const names = head.split(",").map((name) => name.trim());
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell.trim()])));
}

/** Pairwise quality on labelled records, without social security number and record id. */
export function scoreFebrl(folder: string): Figure[] {
  return [1, 2].flatMap((set): Figure[] => {
    const file = join(folder, `febrl_dataset${set}.csv`);
    if (!existsSync(file)) return [];
    const rows = readRows(file);
    const position = new Map(rows.map((row, i) => [row["rec_id"], i]));
    const truth = readRows(join(folder, `febrl_dataset${set}.truth.csv`)).map(
      (row) => [position.get(row["rec_id_1"]) ?? -1, position.get(row["rec_id_2"]) ?? -1] as const,
    );
    const options = { fields: FEBRL_FIELDS, blocking: everyTwoFields(FEBRL_FIELDS), random: createRandom(1) };
    const { precision, recall, f1 } = pairwiseQuality(unwrap(linkRecords(rows, options)).clusters, truth);
    const value = `F1 ${f1.toFixed(4)} (precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)})`;
    return [{ task: `FEBRL dataset ${set}`, size: `${rows.length} records`, value, bar: "≥ 0.95", isMet: f1 >= 0.95 }];
  });
}

const SURNAMES = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧");
const GIVEN = Array.from("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文云");

/** People of whom one in five is recorded twice, the second time with a slip. */
function drawPeople(n: number): Row[] {
  const random = createRandom(n);
  const pick = (from: readonly string[]): string => from[drawInteger(random, from.length)] ?? "";
  const rows: Row[] = [];
  while (rows.length < n) {
    const row = {
      name: pick(SURNAMES) + pick(GIVEN) + (random.uniform() < 0.7 ? pick(GIVEN) : ""),
      phone: `1${3 + drawInteger(random, 7)}${String(drawInteger(random, 1e9)).padStart(9, "0")}`,
      birthday: `${1950 + drawInteger(random, 60)}${String(1 + drawInteger(random, 12)).padStart(2, "0")}${String(1 + drawInteger(random, 28)).padStart(2, "0")}`,
      address: `${pick(GIVEN)}${pick(GIVEN)}路${1 + drawInteger(random, 900)}号`,
    };
    rows.push(row);
    if (random.uniform() < 0.2)
      rows.push({ ...row, phone: random.uniform() < 0.5 ? "" : row.phone, address: `${pick(GIVEN)}路1号` });
  }
  return rows;
}

const PEOPLE_FIELDS = [
  field("name", nameScale([0.9]), true),
  field("phone", editScale([1])),
  field("birthday", dateScale),
  field("address", nameScale([0.9]), true),
];

function drawObservations(n: number): Observation[] {
  const random = createRandom(n);
  return Array.from({ length: n }, (_, i) => {
    const person = drawInteger(random, Math.ceil(n / 4));
    const all = [
      { namespace: "phone", scope: "", value: `+8613${String(person).padStart(9, "0")}` },
      { namespace: "email", scope: "", value: `p${person}@mail.cn` },
      { namespace: "openid", scope: "app", value: `o${person}` },
      { namespace: "device_id", scope: "", value: `d${Math.floor(person / 2)}-${drawInteger(random, 3)}` },
    ];
    return {
      id: `o${i}`,
      atMs: i,
      source: "bench",
      identifiers: all.filter(() => random.uniform() < 0.5).concat(all[0] ?? []),
    };
  });
}

/** Times linking of records, identity decisions and normalising. */
export function benchMatching(): BenchRow[] {
  const linked = { fields: PEOPLE_FIELDS, blocking: everyTwoFields(PEOPLE_FIELDS) };
  return [
    measure(
      "link records of people",
      [10_000, 100_000],
      drawPeople,
      (rows) => unwrap(linkRecords(rows, { ...linked, random: createRandom(1) })),
      1,
    ),
    measure(
      "one ID: observations joined",
      [20_000, 100_000],
      drawObservations,
      (observations) => {
        let issued = 0;
        const graph = new IdentityGraph(DEFAULT_IDENTIFIER_POLICIES, () => `c${++issued}`);
        for (const observation of observations) graph.observe(observation);
      },
      1,
    ),
    measure("normalise telephone numbers", [20_000, 200_000], drawPeople, (rows) =>
      rows.map((row) => normalisePhone(`+86 ${row["phone"] ?? ""}`)),
    ),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ?? "../shared/data/identity";
  if (existsSync(folder)) report("Matching people (labelled records)", scoreFebrl(folder));
  printRows("Matching people", benchMatching());
}
