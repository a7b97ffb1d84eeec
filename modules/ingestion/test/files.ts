import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { ingestion } from "@yutu/ingestion/contract";
import { type Person, ROOT, SHARED_DATA, type TestApp } from "@yutu/testkit";

export const sampleFile = (name: string): Promise<Buffer> =>
  readFile(path.join(ROOT, "modules", "ingestion", "samples", name));

export const realFile = async (): Promise<Buffer> =>
  gunzipSync(await readFile(path.join(SHARED_DATA, "online-retail", "online_retail_2010-12_2011-09.csv.gz")));
export const realFacts = async (): Promise<Record<string, number>> =>
  JSON.parse(await readFile(path.join(SHARED_DATA, "online-retail", "facts.json"), "utf8")) as Record<string, number>;

/** Uploads bytes as the browser does. */
export async function upload(
  app: TestApp,
  person: Person,
  name: string,
  content: Uint8Array | string,
): Promise<{ status: number; body: { id: string; format: string; code?: string; importedBefore: unknown[] } }> {
  const response = await fetch(`${app.baseUrl}/import-files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { cookie: person.cookie(), "content-type": "application/octet-stream" },
    body: typeof content === "string" ? content : new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as never };
}

/** Waits until the background has nothing more to do with an import. */
export async function settled(person: Person, importId: string, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const view = await person.must(ingestion.getImport, { params: { importId } });
    if (!["checking", "importing", "undoing", "cancelling"].includes(view.state)) return view;
    if (Date.now() > deadline) throw new Error(`the import is still ${view.state}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** A file source of that name. */
export const fileSource = async (person: Person, name: string) =>
  (await person.must(ingestion.createSource, { body: { name, kind: "file", channel: "website" } })).id;

/** Uploads, takes the suggested mapping, and runs the dry run. */
export async function checked(
  app: TestApp,
  person: Person,
  sourceId: string,
  name: string,
  content: Uint8Array | string,
  projectId: string | null = null,
) {
  const { body: file } = await upload(app, person, name, content);
  const preview = await person.must(ingestion.previewImportFile, { params: { fileId: file.id }, query: { sourceId } });
  const { layout, settings, presetKey } = preview;
  const made = await person.must(ingestion.createImport, {
    body: { fileId: file.id, sourceId, projectId, presetKey, layout, settings },
  });
  return settled(person, made.id);
}

/** The same, and writes it. */
export async function imported(
  app: TestApp,
  person: Person,
  sourceId: string,
  name: string,
  content: Uint8Array | string,
  projectId: string | null = null,
) {
  const ready = await checked(app, person, sourceId, name, content, projectId);
  if (ready.state !== "checked") throw new Error(`${ready.state}: ${ready.error}`);
  await person.must(ingestion.commitImport, { params: { importId: ready.id } });
  return settled(person, ready.id);
}
