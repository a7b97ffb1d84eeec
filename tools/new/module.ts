import { addDependency, addElement, addImport } from "./edits.ts";
import { moduleDomain } from "./module-domain.ts";
import type { ModuleNames } from "./module-names.ts";
import { moduleServer } from "./module-server.ts";
import { moduleWeb } from "./module-web.ts";
import { nameOf, plural, singular } from "./names.ts";
import { type Changes, refuseExisting, type Tree } from "./tree.ts";

/** Where a module's manifest takes its shape and its versions from. */
const model = "modules/identity/package.json";
const needed = [
  "@yutu/application",
  "@yutu/contract",
  "@yutu/database",
  "@yutu/i18n",
  "@yutu/kernel",
  "@yutu/ui",
  "drizzle-orm",
  "react",
  "zod",
];

function manifest(tree: Tree, name: string): string {
  const known = JSON.parse(tree.read(model)) as {
    version: string;
    exports: unknown;
    dependencies: Record<string, string>;
  };
  const dependencies = Object.fromEntries(
    needed.map((dependency) => [dependency, known.dependencies[dependency] ?? known.version]),
  );
  const { version, exports } = known;
  const devDependencies = { "@yutu/testkit": version };
  const own = { name: `@yutu/${name}`, version, private: true, type: "module", exports, dependencies, devDependencies };
  return `${JSON.stringify(own, undefined, 2)}\n`;
}

/** The next ten after the highest number, so that a module has room for its own migrations. */
function migrationNumber(tree: Tree): string {
  const highest = Math.max(0, ...tree.list("database/postgres").map((file) => Number.parseInt(file, 10) || 0));
  return String((Math.floor(highest / 10) + 1) * 10).padStart(4, "0");
}

const readme = ({ module, entity, entities }: ModuleNames) => `# ${module.words}

What it is for: one sentence that a colleague from marketing understands.

| word | meaning |
|---|---|
| ${entity.words.toLowerCase()} | … |

Invariants: what is always true of ${entities.words.toLowerCase()}.
Tables: \`${entities.camel}\`. Events out: \`${module.kebab}.${entity.kebab}-created.v1\`. Events in: none.
`;

/** Places outside the module that have to know it: the two lists of modules, the permissions and the manifests. */
function registrations(tree: Tree, { module }: ModuleNames): [string, string][] {
  const name = `@yutu/${module.kebab}`;
  const version = (JSON.parse(tree.read(model)) as { version: string }).version;
  const server = addImport(
    tree.read("apps/server/src/modules.ts"),
    `import { ${module.camel}Module } from "${name}/server";`,
  );
  const web = addImport(tree.read("apps/web/src/modules.ts"), `import { ${module.camel}Web } from "${name}/web";`);
  const roles = "modules/identity/src/domain/role.ts";
  const permissions = `  "${module.kebab}.view",\n  "${module.kebab}.edit"`;
  const list = /export const modules: readonly \w+\[\] = \[/;
  return [
    ["apps/server/src/modules.ts", addElement(server, list, `${module.camel}Module`)],
    ["apps/web/src/modules.ts", addElement(web, list, `${module.camel}Web`)],
    [roles, addElement(tree.read(roles), /export const PERMISSIONS = \[/, permissions)],
    ...["apps/server", "apps/web"].map((folder): [string, string] => [
      `${folder}/package.json`,
      addDependency(tree.read(`${folder}/package.json`), name, version),
    ]),
  ];
}

/**
 * A module with one kind of thing that can be made and listed, wired from table to page; what makes the thing valid is left
 * to be written, and its tests fail until it is.
 */
export function newModule(tree: Tree, moduleText: string, entityText?: string): Changes {
  const module = nameOf(moduleText);
  const entity = nameOf(entityText ?? singular(module.kebab));
  const entities = nameOf(plural(entity.kebab));
  const prefix = entity.kebab.replaceAll("-", "").slice(0, 3);
  const names = { module, entity, entities, prefix };
  const folder = `modules/${module.kebab}`;
  const files = new Map([
    [`${folder}/package.json`, manifest(tree, module.kebab)],
    [`${folder}/README.md`, readme(names)],
    ...[...moduleDomain(names), ...moduleServer(names), ...moduleWeb(names)].map(([path, text]): [string, string] => [
      `${folder}/${path}`,
      text,
    ]),
    [`database/postgres/${migrationNumber(tree)}_${module.kebab.replaceAll("-", "_")}.sql`, migration(names)],
  ]);
  refuseExisting(tree, files.keys());
  return new Map([...files, ...registrations(tree, names)]);
}

const tableName = ({ entities }: ModuleNames) => entities.kebab.replaceAll("-", "_");

const migration = (names: ModuleNames) => `-- ${names.entities.words}.

CREATE TABLE ${tableName(names)} (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT yutu.protect('${tableName(names)}', true);
`;
