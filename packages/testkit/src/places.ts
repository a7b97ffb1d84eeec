import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** Public data sets beside the repository (read-only). */
export const SHARED_DATA = path.resolve(ROOT, "..", "shared", "data");

export const TEMPLATE_DATABASE = "yutu_template";
