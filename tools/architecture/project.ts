import { posix } from "node:path";
import { type ImportRecord, parse, type Syntax } from "./syntax.ts";

/** A package of the npm workspace. `exports` maps what may be asked for (`.`, `./domain`) to a path in the repository. */
export interface Workspace {
  readonly name: string;
  readonly folder: string;
  readonly exports: ReadonlyMap<string, string>;
  /** What its shipped code needs, optional packages included. */
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
}

/** Where an import leads: to a file of the repository, to a package of npm or Node, or to something that is no source. */
export interface Import extends ImportRecord {
  readonly line: number;
  readonly file?: string;
  readonly external?: string;
  readonly workspace?: Workspace;
}

export interface Source extends Syntax {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly resolved: readonly Import[];
  /** 1-based line of a position in the text. */
  lineAt(position: number): number;
}

export interface Project {
  readonly sources: ReadonlyMap<string, Source>;
  readonly workspaces: readonly Workspace[];
  /** Text of the style sheets, by path. */
  readonly styles: ReadonlyMap<string, string>;
  /** What the root declares for tools and tests. */
  readonly rootDependencies: ReadonlySet<string>;
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A rule is a pure function over the parsed sources. */
export interface Rule {
  readonly name: string;
  /** Why the rule exists, in one sentence; printed with its violations. */
  readonly reason: string;
  check(project: Project): readonly Violation[];
}

interface Manifest {
  readonly name?: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const isSource = (path: string) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts");
const isManifest = (path: string) => /^(apps|packages|modules)\/[^/]+\/package\.json$/.test(path);

/** Parses everything and follows every import. `files` maps paths in the repository to text: sources, style sheets and manifests are read. */
export function readProject(files: ReadonlyMap<string, string>): Project {
  const workspaces = [...files]
    .filter(([path]) => isManifest(path))
    .map(([path, text]) => readWorkspace(posix.dirname(path), JSON.parse(text) as Manifest));
  const byName = new Map(workspaces.map((workspace) => [workspace.name, workspace]));
  const sources = [...files]
    .filter(([path]) => isSource(path))
    .map(([path, text]) => [path, readSource(path, text, files, byName)] as const);
  const root = JSON.parse(files.get("package.json") ?? "{}") as Manifest;
  return {
    sources: new Map(sources),
    workspaces,
    styles: new Map([...files].filter(([path]) => path.endsWith(".css"))),
    rootDependencies: new Set(Object.keys({ ...root.dependencies, ...root.devDependencies })),
  };
}

function readWorkspace(folder: string, manifest: Manifest): Workspace {
  const exports = Object.entries(manifest.exports ?? {}).map(([key, file]) => [key, posix.join(folder, file)] as const);
  const dependencies = { ...manifest.dependencies, ...manifest.optionalDependencies };
  return {
    name: manifest.name ?? folder,
    folder,
    exports: new Map(exports),
    dependencies: new Set(Object.keys(dependencies)),
    devDependencies: new Set(Object.keys(manifest.devDependencies ?? {})),
  };
}

function readSource(
  path: string,
  text: string,
  files: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, Workspace>,
): Source {
  const syntax = parse(path, text);
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lineAt = (position: number) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  const resolved = syntax.imports.map((record) => ({
    ...record,
    line: lineAt(record.start),
    ...resolve(path, record.specifier, files, byName),
  }));
  return { ...syntax, path, text, lines: text.endsWith("\n") ? starts.length - 1 : starts.length, resolved, lineAt };
}

function resolve(
  from: string,
  specifier: string,
  files: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, Workspace>,
): Pick<Import, "file" | "external" | "workspace"> {
  if (specifier.startsWith(".")) {
    const base = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
    const file = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((candidate) => files.has(candidate));
    return { file: file ?? base };
  }
  const name = packageName(specifier);
  const workspace = byName.get(name);
  if (workspace === undefined) return { external: name };
  const file = workspace.exports.get(`.${specifier.slice(name.length)}`);
  return file === undefined ? { workspace } : { workspace, file };
}

/** `@scope/name/part` → `@scope/name`, `node:fs/promises` → `node:fs`. */
export function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
