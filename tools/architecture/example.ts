import { type Project, type Rule, readProject } from "./project.ts";

const moduleManifest = (name: string) => ({
  name: `@yutu/${name}`,
  exports: {
    "./domain": "./src/domain/index.ts",
    "./contract": "./src/contract/index.ts",
    "./server": "./src/server/index.ts",
    "./web": "./src/web/index.ts",
  },
  dependencies: { "@yutu/kernel": "0.1.0", zod: "4.0.0" },
});

/**
 * A project made up of a few files, for testing rules: workspaces get the manifest every real one has, unless the test
 * gives its own.
 */
export function example(files: Readonly<Record<string, string>>): Project {
  const all = new Map(Object.entries(files));
  const folders = new Set(Object.keys(files).flatMap((path) => /^(?:apps|packages|modules)\/[^/]+/.exec(path) ?? []));
  for (const folder of folders) {
    const name = folder.split("/")[1] ?? "";
    const manifest = folder.startsWith("modules/")
      ? moduleManifest(name)
      : { name: `@yutu/${name}`, exports: { ".": "./src/index.ts" } };
    const path = `${folder}/package.json`;
    if (!all.has(path)) all.set(path, JSON.stringify(manifest));
  }
  return readProject(all);
}

/** Violations of one rule as `path:line message`, for short expectations. */
export function broken(rule: Rule, files: Readonly<Record<string, string>>): string[] {
  return rule.check(example(files)).map(({ path, line, message }) => `${path}:${line} ${message}`);
}
