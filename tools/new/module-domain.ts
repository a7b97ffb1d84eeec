import type { ModuleNames } from "./module-names.ts";

/** Templates of domain and contract. */
export const moduleDomain = (names: ModuleNames): [string, string][] => [
  [`src/domain/${names.entity.kebab}.ts`, entity(names)],
  [`src/domain/${names.entity.kebab}.test.ts`, entityTest(names)],
  ["src/domain/problems.ts", problems(names)],
  ["src/domain/events.ts", events(names)],
  [
    "src/domain/index.ts",
    `export * from "./events.ts";\nexport * from "./${names.entity.kebab}.ts";\nexport * from "./problems.ts";\n`,
  ],
  ["src/contract/schemas.ts", schemas(names)],
  ["src/contract/operations.ts", operations(names)],
  [
    "src/contract/index.ts",
    `export * as ${names.module.camel} from "./operations.ts";\nexport * from "./schemas.ts";\n`,
  ],
];

const entity = ({
  entity: { pascal, words, kebab },
}: ModuleNames) => `import type { Problem, Result } from "@yutu/kernel";

/** What somebody says about a new ${words.toLowerCase()}. */
export interface ${pascal}Draft {
  readonly name: string;
}

/** Whether a ${words.toLowerCase()} may be like this: the invariants of the module are decided here, without a database. */
export function check${pascal}(draft: ${pascal}Draft): Result<${pascal}Draft, Problem> {
  throw new Error(\`${kebab}.ts is a skeleton: decide what makes \${draft.name} valid\`);
}
`;

const entityTest = ({
  module,
  entity: { pascal, kebab, words },
}: ModuleNames) => `import { describe, expect, it } from "vitest";
import { check${pascal} } from "./${kebab}.ts";
import { ${module.camel}Problems } from "./problems.ts";

describe("check${pascal}", () => {
  it("accepts a ${words.toLowerCase()} with a name of its own", () => {
    expect(check${pascal}({ name: "618" })).toEqual({ ok: true, value: { name: "618" } });
  });
  it("refuses one that says nothing", () => {
    expect(check${pascal}({ name: "…" })).toMatchObject({ ok: false, error: { definition: ${module.camel}Problems.invalid${pascal} } });
  });
});
`;

const problems = ({
  module,
  entity: { pascal, kebab, words },
}: ModuleNames) => `import { defineProblem } from "@yutu/kernel";

export const ${module.camel}Problems = {
  invalid${pascal}: defineProblem("${module.kebab}/invalid-${kebab}", 422, "The ${words.toLowerCase()} breaks a rule"),
} as const;
`;

const events = ({ module, entity: { camel, kebab } }: ModuleNames) => `import { defineEvent } from "@yutu/contract";
import { z } from "zod";

export const ${camel}Created = defineEvent("${module.kebab}.${kebab}-created", 1, z.object({ ${camel}Id: z.string() }));
`;

const schemas = ({ entity: { camel } }: ModuleNames) => `import { lineSchema } from "@yutu/contract";
import { z } from "zod";

export const ${camel}Schema = z.object({ id: z.string(), name: z.string(), version: z.number().int() });

export const ${camel}DraftSchema = z.object({ name: lineSchema(120) });
`;

const operations = ({
  module,
  entity: { camel, pascal, words },
  entities,
}: ModuleNames) => `import { defineOperation } from "@yutu/contract";
import { z } from "zod";
import { ${module.camel}Problems as problems } from "../domain/problems.ts";
import { ${camel}DraftSchema, ${camel}Schema } from "./schemas.ts";

export const list${entities.pascal} = defineOperation({
  id: "${module.kebab}.list${entities.pascal}",
  method: "GET",
  path: "/${entities.kebab}",
  summary: "All ${entities.words.toLowerCase()} of the workspace, newest first.",
  access: "${module.kebab}.view",
  output: z.object({ ${entities.camel}: z.array(${camel}Schema) }),
});

export const create${pascal} = defineOperation({
  id: "${module.kebab}.create${pascal}",
  method: "POST",
  path: "/${entities.kebab}",
  summary: "Make a ${words.toLowerCase()}.",
  access: "${module.kebab}.edit",
  body: ${camel}DraftSchema,
  output: z.object({ id: z.string() }),
  problems: [problems.invalid${pascal}],
});
`;
