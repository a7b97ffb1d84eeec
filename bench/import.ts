// Imports of 25,000 and 100,000 rows, as CSV and as XLSX (texts in the cells, and texts listed once as Excel writes them), through the
// API of the built server: dry run and writing, and the memory of the server, its database and its warehouse above what they take at
// rest. Each file has a server of its own, so that what one made it keep does not count as rest for the next.
import { ingestion } from "@yutu/ingestion/contract";
import type { Person } from "@yutu/testkit";
import { writeXlsxStream } from "hucre/xlsx";
import { DemoServer } from "../apps/server/test/support/demo-server.ts";
import { family, processorMs, watchMemory } from "./memory.ts";
import { type Figure, report } from "./record.ts";

const SIZES = [25_000, 100_000] as const;
const BAR_MS = 10_000;
const BAR_MB = 300;
const HEADINGS = [
  "订单编号",
  "商品编码",
  "商品名称",
  "数量",
  "付款时间",
  "单价",
  "会员号",
  "省份",
  "订单状态",
  "退款金额",
];

type Row = (string | number)[];
const rowOf = (n: number): Row => {
  const day = String(1 + (n % 28)).padStart(2, "0");
  const price = 9.9 + (n % 90);
  return [
    `20260${100_000 + Math.floor(n / 3)}`,
    `SKU${n % 500}`,
    `商品 ${n % 500}`,
    1 + (n % 4),
    `2026-08-${day} 10:${String(n % 60).padStart(2, "0")}:00`,
    price,
    `m${n % 30_000}`,
    "浙江省",
    "交易成功",
    0,
  ];
};

const csvOf = (rows: number): Uint8Array =>
  Buffer.from(
    `${[HEADINGS, ...Array.from({ length: rows }, (_, n) => rowOf(n))].map((row) => row.join(",")).join("\n")}\n`,
  );

/** @param inlineStrings texts stand in the cells; else each different one stands once in a list, as Excel has it */
async function xlsxOf(rows: number, inlineStrings: boolean): Promise<Uint8Array> {
  function* all(): Generator<Row> {
    for (let n = 0; n < rows; n++) yield rowOf(n);
  }
  const stream = writeXlsxStream(all(), {
    name: "订单",
    columns: HEADINGS.map((header) => ({ header })),
    inlineStrings,
  });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const FILES = [
  { title: "CSV", name: "orders.csv", bytesOf: csvOf },
  { title: "XLSX, texts in cells", name: "orders.xlsx", bytesOf: (rows: number) => xlsxOf(rows, true) },
  { title: "XLSX, texts listed", name: "orders.xlsx", bytesOf: (rows: number) => xlsxOf(rows, false) },
] as const;

async function until(person: Person, importId: string, state: string) {
  for (;;) {
    const view = await person.must(ingestion.getImport, { params: { importId } });
    if (view.state === state) return view;
    if (view.state === "failed") throw new Error("the import failed");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function upload(server: DemoServer, person: Person, name: string, body: Uint8Array): Promise<string> {
  const headers = { cookie: person.cookie(), "content-type": "application/octet-stream" };
  const address = `${server.origin}/api/v1/import-files?name=${name}`;
  const answer = await fetch(address, { method: "POST", headers, body: new Uint8Array(body) });
  return ((await answer.json()) as { id: string }).id;
}

/** Uploads a file of that many rows, takes the suggested mapping, lets it be checked and written. */
async function importOnce(server: DemoServer, name: string, bytes: Uint8Array, rows: number) {
  const person = await server.as("analyst");
  const source = { name: `${name} ${rows}`, kind: "file" as const, channel: "tmall" };
  const { id: sourceId } = await person.must(ingestion.createSource, { body: source });
  const fileId = await upload(server, person, name, bytes);
  const { layout, settings, presetKey } = await person.must(ingestion.previewImportFile, { params: { fileId } });
  const body = { fileId, sourceId, presetKey, layout, settings };
  const began = performance.now();
  const { id: importId } = await person.must(ingestion.createImport, { body });
  await until(person, importId, "checked");
  const checked = performance.now();
  const worked = processorMs(family(server.pid));
  await person.must(ingestion.commitImport, { params: { importId } });
  const done = await until(person, importId, "done");
  if (done.result?.accepted !== rows) throw new Error(`${done.result?.accepted} rows of ${rows} were accepted`);
  const writeMs = performance.now() - checked;
  return { checkMs: checked - began, writeMs, writeCpuMs: processorMs(family(server.pid)) - worked };
}

async function measureFile(
  server: DemoServer,
  { title, name, bytesOf }: (typeof FILES)[number],
  rows: number,
): Promise<Figure[]> {
  const bytes = await bytesOf(rows);
  const mostAboveIdle = watchMemory(server.pid);
  const { checkMs, writeMs, writeCpuMs } = await importOnce(server, name, bytes, rows);
  const above = mostAboveIdle();
  const size = `${rows.toLocaleString("en")} rows`;
  return [
    { task: `dry run, ${title}`, size, value: `${(checkMs / 1000).toFixed(1)} s` },
    {
      task: `import, ${title}`,
      size,
      value: `${(writeMs / 1000).toFixed(1)} s`,
      bar: `< ${BAR_MS / 1000} s`,
      isMet: writeMs < BAR_MS,
    },
    {
      task: `import, processor time, ${title}`,
      size,
      value: `${(writeCpuMs / 1000).toFixed(1)} s`,
    },
    {
      task: `memory above idle, ${title}`,
      size,
      value: `${above.toFixed(0)} MB`,
      bar: `< ${BAR_MB} MB`,
      isMet: above < BAR_MB,
    },
  ];
}

for (const rows of SIZES)
  for (const file of FILES) {
    const server = await DemoServer.start("bench-import");
    try {
      report("Imports", await measureFile(server, file, rows));
    } finally {
      await server.remove();
    }
  }
