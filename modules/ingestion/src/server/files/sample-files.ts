import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { ImportKind } from "../../domain/mapping/fields.ts";

const SAMPLES: Record<ImportKind, string> = { orders: "online-retail-sample.csv", ads: "818-ad-costs-gb18030.csv" };
const FOLDER = path.join("modules", "ingestion", "samples");

/** The samples' folder lies at the same place in the repository whether the server runs from source or bundled. */
function samplesFolder(): string {
  let at = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(at, FOLDER))) {
    const above = path.dirname(at);
    if (above === at) throw new Error(`the folder ${FOLDER} is missing from this installation`);
    at = above;
  }
  return path.join(at, FOLDER);
}

/** A file that comes with the product, for trying an import. */
export const openSample = (kind: ImportKind): { readonly name: string; readonly content: Readable } => ({
  name: SAMPLES[kind],
  content: createReadStream(path.join(samplesFolder(), SAMPLES[kind])),
});
