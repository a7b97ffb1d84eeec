import { isTest, placeOf } from "../places.ts";
import type { Rule } from "../project.ts";
import { child, nameOf, walk } from "../syntax.ts";

/** The HTTP framework stays in the composition root, so that operations can be called without it. */
export const frameworkInOnePlace: Rule = {
  name: "framework-in-one-place",
  reason: "Only apps/server knows the HTTP framework; everything else is an operation with an input and an answer.",
  check: (project) =>
    [...project.sources.values()]
      .filter(({ path }) => !path.startsWith("apps/server/") && placeOf(path).kind !== "tool")
      .flatMap(({ path, resolved }) =>
        resolved
          .filter(
            ({ external }) =>
              external === "fastify" ||
              external?.startsWith("@fastify/") === true ||
              external?.startsWith("fastify-") === true,
          )
          .map(({ line, specifier }) => ({ path, line, message: `${specifier} outside apps/server` })),
      ),
};

function mayReadEnvironment(path: string): boolean {
  return path.startsWith("packages/config/") || placeOf(path).kind === "tool" || isTest(path);
}

/** `process.env`, also when `env` or `process` is imported. */
export const environmentInOnePlace: Rule = {
  name: "environment-in-one-place",
  reason:
    "packages/config is the only reader of the environment, so that every setting has a schema and is in the printed table.",
  check: (project) =>
    [...project.sources.values()]
      .filter(({ path }) => !mayReadEnvironment(path))
      .flatMap((source) => {
        const places = source.resolved
          .filter(({ specifier, names }) => /^(node:)?process$/.test(specifier) && names.includes("env"))
          .map(({ line }) => line);
        walk(source.program, (node) => {
          const isEnv = node.type === "MemberExpression" && nameOf(child(node, "property")) === "env";
          if (isEnv && nameOf(child(node, "object")) === "process") places.push(source.lineAt(node.start));
        });
        return places.map((line) => ({ path: source.path, line, message: "process.env outside packages/config" }));
      }),
};
