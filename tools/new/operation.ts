import { addElement, addImport, addLine } from "./edits.ts";
import { nameOf } from "./names.ts";
import { type Changes, refuseExisting, type Tree } from "./tree.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

interface Parts {
  readonly module: ReturnType<typeof nameOf>;
  readonly operation: ReturnType<typeof nameOf>;
  readonly method: string;
  readonly path: string;
  /** Names of the parameters in the path. */
  readonly params: readonly string[];
  /** How other files reach the operations of the module. */
  readonly catalogue: string;
}

/** One operation of an existing module: contract, use case, adapter and a test that fails until the use case is written. */
export function newOperation(
  tree: Tree,
  moduleText: string,
  operationText: string,
  how: { method?: string; path?: string } = {},
): Changes {
  const module = nameOf(moduleText);
  const operation = nameOf(operationText);
  const folder = `modules/${module.kebab}/src`;
  const method = (how.method ?? "POST").toUpperCase();
  if (!methods.includes(method)) throw new Error(`${method} is no method: ${methods.join(", ")}.`);
  const path = how.path ?? `/${operation.kebab}`;
  const catalogue = /export \* as (\w+) from "\.\/operations\.ts"/.exec(tree.read(`${folder}/contract/index.ts`))?.[1];
  if (catalogue === undefined)
    throw new Error(`${folder}/contract/index.ts does not export its operations as one name.`);
  const params = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const parts = { module, operation, method, path, params, catalogue };
  const useCase = `${method === "GET" ? "queries" : "commands"}/${operation.kebab}.ts`;
  const files = new Map([
    [`${folder}/contract/${operation.kebab}.ts`, contract(parts)],
    [`${folder}/server/${useCase}`, skeleton(parts)],
    [`modules/${module.kebab}/test/${operation.kebab}.test.ts`, test(parts)],
  ]);
  refuseExisting(tree, files.keys());
  const adapters = `${folder}/server/operations.ts`;
  const withImport = addImport(tree.read(adapters), `import { ${operation.camel} } from "./${useCase}";`);
  const list = /: readonly Implementation\[\] = \[/;
  const entry = `  implement(${catalogue}.${operation.camel}, (call, input) => ${operation.camel}(call, input))`;
  return new Map([
    ...files,
    [
      `${folder}/contract/operations.ts`,
      addLine(tree.read(`${folder}/contract/operations.ts`), `export * from "./${operation.kebab}.ts";`),
    ],
    [adapters, addElement(addImport(withImport, `import { ${catalogue} } from "../contract/index.ts";`), list, entry)],
  ]);
}

const contract = ({
  module,
  operation,
  method,
  path,
  params,
}: Parts) => `import { defineOperation } from "@yutu/contract";
import { z } from "zod";

export const ${operation.camel} = defineOperation({
  id: "${module.kebab}.${operation.camel}",
  method: "${method}",
  path: "${path}",
  summary: "${operation.words}.",
  access: "${module.kebab}.${method === "GET" ? "view" : "edit"}",
${params.length === 0 ? "" : `  params: z.object({ ${params.map((name) => `${name}: z.string().max(40)`).join(", ")} }),\n`}${method === "GET" || method === "DELETE" ? "" : "  body: z.object({}),\n"}  output: z.object({}),
  problems: [],
});
`;

const skeleton = ({ operation, method }: Parts) => `import type { Call } from "@yutu/application";
import type { OperationInput } from "@yutu/contract";
import type { Problem, Result } from "@yutu/kernel";
import type { ${operation.camel} as operation } from "../../contract/${operation.kebab}.ts";

/** ${method === "GET" ? "Load, then present" : "Load, authorise, decide (pure, in domain), save, emit"}. */
export function ${operation.camel}(_call: Call, _input: OperationInput<typeof operation>): Promise<Result<Record<string, never>, Problem>> {
  throw new Error("${operation.kebab}.ts is a skeleton: write what it does");
}
`;

const test = ({ module, operation, params, catalogue }: Parts) => {
  const input = params.length === 0 ? "{}" : `{ params: { ${params.map((name) => `${name}: "…"`).join(", ")} } }`;
  return `import { ${catalogue} } from "@yutu/${module.kebab}/contract";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("${operation.words.toLowerCase()}", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  it("does what it is for: say here what is different afterwards", async () => {
    const owner = await app.as("owner");
    expect(await owner.must(${catalogue}.${operation.camel}, ${input})).toEqual({ changed: true });
  });

  it("refuses a role that may not", async () => {
    const agency = await app.as("agency");
    expect(await agency.refusal(${catalogue}.${operation.camel}, ${input})).toBe("request/forbidden");
  });
});
`;
};
