import type { ModuleNames } from "./module-names.ts";

/** Templates of the server and of the operation test. */
export const moduleServer = (names: ModuleNames): [string, string][] => [
  ["src/server/tables.ts", tables(names)],
  ["src/server/repository.ts", repository(names)],
  ["src/server/presenters.ts", presenters(names)],
  [`src/server/commands/create-${names.entity.kebab}.ts`, command(names)],
  ["src/server/operations.ts", operations(names)],
  ["src/server/index.ts", index(names)],
  [`test/${names.entities.kebab}.test.ts`, test(names)],
];

const tables = ({ entities }: ModuleNames) => `import { editableColumns } from "@yutu/database";
import { pgTable, text } from "drizzle-orm/pg-core";

export const ${entities.camel} = pgTable("${entities.kebab.replaceAll("-", "_")}", { ...editableColumns, name: text().notNull() });
`;

const repository = ({ entities }: ModuleNames) => `import type { TenantTx } from "@yutu/database";
import { desc } from "drizzle-orm";
import { ${entities.camel} } from "./tables.ts";

export const list${entities.pascal} = (tx: TenantTx) =>
  tx.db.select().from(${entities.camel}).orderBy(desc(${entities.camel}.createdAt), desc(${entities.camel}.id));
`;

const presenters = ({ entity: { camel, pascal }, entities }: ModuleNames) => `import type { z } from "zod";
import type { ${camel}Schema } from "../contract/schemas.ts";
import type { ${entities.camel} } from "./tables.ts";

/** A row as it travels. */
export const present${pascal} = (row: typeof ${entities.camel}.$inferSelect): z.infer<typeof ${camel}Schema> => ({
  id: row.id,
  name: row.name,
  version: row.version,
});
`;

const command = ({
  entity: { camel, pascal, kebab },
  entities,
  prefix,
}: ModuleNames) => `import type { Call } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { ${camel}Created } from "../../domain/events.ts";
import { check${pascal}, type ${pascal}Draft } from "../../domain/${kebab}.ts";
import { ${entities.camel} } from "../tables.ts";

export async function create${pascal}({ tx }: Call, draft: ${pascal}Draft): Promise<Result<{ id: string }, Problem>> {
  const checked = check${pascal}(draft);
  if (!checked.ok) return checked;
  const id = tx.ids.next("${prefix}");
  await tx.db.insert(${entities.camel}).values({ id, ...checked.value });
  await tx.emit(${camel}Created, { ${camel}Id: id }, { entity: "${kebab}", id });
  return ok({ id });
}
`;

const operations = ({
  module,
  entity: { pascal, kebab },
  entities,
}: ModuleNames) => `import { type Implementation, implement } from "@yutu/application";
import { ok } from "@yutu/kernel";
import { ${module.camel} } from "../contract/index.ts";
import { create${pascal} } from "./commands/create-${kebab}.ts";
import { present${pascal} } from "./presenters.ts";
import { list${entities.pascal} } from "./repository.ts";

export const ${module.camel}Operations: readonly Implementation[] = [
  implement(${module.camel}.list${entities.pascal}, async ({ tx }) => ok({ ${entities.camel}: (await list${entities.pascal}(tx)).map(present${pascal}) })),
  implement(${module.camel}.create${pascal}, (call, { body }) => create${pascal}(call, body)),
];
`;

const index = ({ module }: ModuleNames) => `import { defineModule } from "@yutu/application";
import { ${module.camel}Operations } from "./operations.ts";

export const ${module.camel}Module = defineModule({ name: "${module.kebab}", operations: ${module.camel}Operations });
`;

const test = ({
  module,
  entity: { kebab, pascal, words },
  entities,
}: ModuleNames) => `import { ${module.camel} } from "@yutu/${module.kebab}/contract";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("${entities.words.toLowerCase()}", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  it("makes a ${words.toLowerCase()} and lists it, newest first", async () => {
    const admin = await app.as("admin");
    const first = await admin.must(${module.camel}.create${pascal}, { body: { name: "618" } });
    const second = await admin.must(${module.camel}.create${pascal}, { body: { name: "双十一" } });
    const { ${entities.camel} } = await admin.must(${module.camel}.list${entities.pascal}, {});
    expect(${entities.camel}.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it("refuses one that breaks a rule", async () => {
    const admin = await app.as("admin");
    expect(await admin.refusal(${module.camel}.create${pascal}, { body: { name: "…" } })).toBe("${module.kebab}/invalid-${kebab}");
  });
});
`;
