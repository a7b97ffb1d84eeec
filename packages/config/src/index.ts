import { type Config, type Setting, settings } from "./schema.ts";

export { type Config, type Setting, settings } from "./schema.ts";

/** One line per setting that is wrong, naming the variable and what it should be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads and checks the environment; an empty variable counts as not set. The only reader of process.env.
 * @param given settings from the command line, by the same names; they come first
 */
export function loadConfig(
  environment: Record<string, string | undefined> = process.env,
  given: Readonly<Record<string, string>> = {},
): Config {
  const problems: string[] = [];
  const entries = Object.entries(settings).map(([key, setting]: [string, Setting]) => {
    const text = given[setting.name] ?? environment[setting.name];
    const parsed = setting.schema.safeParse(text === "" ? undefined : text);
    if (!parsed.success)
      problems.push(`${setting.name}: ${parsed.error.issues[0]?.message ?? "not valid"} (${setting.about})`);
    return [key, parsed.data] as const;
  });
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return Object.fromEntries(entries) as Config;
}

/** The settings in force as aligned text, secrets hidden. */
export function describeConfig(config: Config): string {
  const rows = Object.entries(settings).map(([key, setting]: [string, Setting]) => {
    const value = config[key as keyof Config];
    return [setting.name, value === undefined ? "-" : setting.secret ? "(set)" : String(value)] as const;
  });
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n");
}
