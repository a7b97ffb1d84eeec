import { type Area, isTest, placeOf, workspaceFolder } from "../places.ts";
import type { Import, Rule, Source } from "../project.ts";

/** What an area of a module may import from another module. */
const mayMeet: Readonly<Record<Area, readonly string[]>> = {
  domain: ["./domain"],
  contract: ["./domain", "./contract"],
  server: ["./domain", "./contract", "./server"],
  web: ["./domain", "./contract", "./web"],
  test: ["./domain", "./contract", "./server"],
};
const fourExports = new Set(["./domain", "./contract", "./server", "./web"]);

function complaint(source: Source, found: Import): string | undefined {
  const own = workspaceFolder(source.path);
  if (found.specifier.startsWith(".")) {
    const other = found.file === undefined ? undefined : workspaceFolder(found.file);
    return own === other || own === undefined
      ? undefined
      : `${found.specifier} leaves the package: import it by its name`;
  }
  if (found.workspace === undefined) return undefined;
  if (found.file === undefined) return `${found.specifier} is not an export of ${found.workspace.name}`;
  if (isTest(source.path)) return undefined;
  if (found.workspace.folder === own) return `${found.specifier} is this package itself: import the file`;
  return directionComplaint(source, found, found.file);
}

function directionComplaint(source: Source, { specifier, workspace }: Import, file: string): string | undefined {
  const from = placeOf(source.path);
  const to = placeOf(file);
  if (from.kind === "tool" || workspace === undefined) return undefined;
  if (to.kind === "app") return `${specifier}: nothing imports an application`;
  if (from.kind === "package") return to.kind === "module" ? `${specifier}: packages know no module` : undefined;
  if (from.kind !== "module" || to.kind !== "module") return undefined;
  const entry = `.${specifier.slice(workspace.name.length)}`;
  return mayMeet[from.area].includes(entry) ? undefined : `${from.area} may not import ${specifier}`;
}

export const boundaries: Rule = {
  name: "boundaries",
  reason: "Packages meet only at what they export, and modules only at domain, contract, server and web.",
  check: (project) => [
    ...project.workspaces
      .filter(({ folder }) => folder.startsWith("modules/"))
      .flatMap(({ folder, exports }) =>
        [...exports.keys()]
          .filter((key) => !fourExports.has(key))
          .map((key) => ({
            path: `${folder}/package.json`,
            line: 1,
            message: `a module exports ./domain, ./contract, ./server and ./web, not ${key}`,
          })),
      ),
    ...[...project.sources.values()].flatMap((source) =>
      source.resolved.flatMap((found) => {
        const message = complaint(source, found);
        return message === undefined ? [] : [{ path: source.path, line: found.line, message }];
      }),
    ),
  ],
};

export const knownAreas: Rule = {
  name: "known-areas",
  reason: "A file of a module is in domain, contract, server or web, so that the rules of its layer apply to it.",
  check: (project) =>
    [...project.sources.keys()]
      .filter((path) => {
        const place = placeOf(path);
        return place.kind === "module" && place.area === "test" && !/^modules\/[^/]+\/test\//.test(path);
      })
      .map((path) => ({
        path,
        line: 1,
        message: "is in no area: move it to src/domain, src/contract, src/server, src/web or test",
      })),
};
