/** The parts of a package.json that name versions. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Overrides;
}
interface Overrides {
  readonly [name: string]: string | Overrides;
}

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Names whose version is a range, a tag or an address. */
export function looseVersions(manifest: Manifest): string[] {
  const lists = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies];
  const declared = lists.flatMap((list) => Object.entries(list ?? {}));
  return [...declared, ...flatten(manifest.overrides ?? {})].flatMap(([name, version]) =>
    exact.test(version) ? [] : [`${name}@${version}`],
  );
}

function flatten(overrides: Overrides): [string, string][] {
  return Object.entries(overrides).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : flatten(value),
  );
}
