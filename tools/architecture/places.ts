/** The areas of a module; each but `test` is one of its four exports. */
export type Area = "domain" | "contract" | "server" | "web" | "test";

/** Where a file lives. `tool` is everything that is not shipped: tools, bench, e2e and configuration of tools. */
export type Place =
  | { readonly kind: "app" | "package"; readonly name: string }
  | { readonly kind: "module"; readonly name: string; readonly area: Area; readonly rest: string }
  | { readonly kind: "tool" };

const purePackages = new Set(["kernel", "scheduling", "statistics", "attribution"]);
const serverPackages = new Set(["application", "database", "warehouse", "jobs", "storage", "config", "testkit"]);
const webPackages = new Set(["ui", "i18n"]);
const areas: readonly string[] = ["domain", "contract", "server", "web"] satisfies Area[];

export function placeOf(path: string): Place {
  if (path.endsWith(".config.ts")) return { kind: "tool" };
  const [top, name = "", source, area = "", ...rest] = path.split("/");
  if (top === "apps") return { kind: "app", name };
  if (top === "packages") return { kind: "package", name };
  if (top !== "modules") return { kind: "tool" };
  const known = source === "src" && areas.includes(area);
  return known
    ? { kind: "module", name, area: area as Area, rest: rest.join("/") }
    : { kind: "module", name, area: "test", rest: path };
}

/** The folder of the workspace a file belongs to, or nothing for files of the root. */
export function workspaceFolder(path: string): string | undefined {
  return /^(apps|packages|modules)\/[^/]+(?=\/)/.exec(path)?.[0];
}

/** Tests, and code that only tests use: generators of arbitrary input (`x-arbitrary.ts`), fixtures, the testkit. */
export function isTest(path: string): boolean {
  return (
    /(\.test|\.spec|-arbitrary|-fixtures?)\.tsx?$/.test(path) ||
    /^(packages|modules|apps)\/[^/]+\/(test\/|src\/.*(?<=\/)fixtures\/)/.test(path) ||
    path.startsWith("packages/testkit/")
  );
}

/** Made-up content that shows developers the parts of the design system. */
export function isGallery(path: string): boolean {
  return path.startsWith("apps/web/src/gallery/");
}

/** Code that may not touch clock, randomness, files or network. */
export function isPure(path: string): boolean {
  const place = placeOf(path);
  if (place.kind === "package") return purePackages.has(place.name);
  return place.kind === "module" && (place.area === "domain" || place.area === "contract");
}

/** Code that runs in the browser. */
export function isWeb(path: string): boolean {
  const place = placeOf(path);
  if (place.kind === "app") return place.name === "web";
  if (place.kind === "package") return webPackages.has(place.name);
  return place.kind === "module" && place.area === "web";
}

/** Code that only runs on the server. */
export function isServer(path: string): boolean {
  const place = placeOf(path);
  if (place.kind === "app") return place.name === "server";
  if (place.kind === "package") return serverPackages.has(place.name);
  return place.kind === "module" && (place.area === "server" || place.area === "test");
}
