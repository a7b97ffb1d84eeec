import { ConfigError } from "@yutu/config";

/** What the program was asked to do. */
export type Command =
  | { readonly kind: "serve" }
  | { readonly kind: "help" }
  | { readonly kind: "print-config" }
  | { readonly kind: "backup" | "restore"; readonly folder: string };

export interface CommandLine {
  readonly command: Command;
  /** Settings given as options; they come before those of the environment. */
  readonly settings: Readonly<Record<string, string>>;
}

export const HELP = `Usage: npm start [-- options]           run the product
       npm start backup FOLDER          write a backup into a new folder
       npm start restore FOLDER         fill an empty data directory (or empty servers) from a backup

Options
  --role all|web|worker|migrate         what this process does; as YUTU_ROLE
  --print-config                        show the settings in force and stop
  --help                                show this text

Settings come from the environment; see the table in README.md.`;

const wrong = (what: string): ConfigError => new ConfigError(`${what}\n\n${HELP}`);

/** Reads the arguments after the program's name. @throws ConfigError for anything it does not know */
export function readCommandLine(args: readonly string[]): CommandLine {
  const settings: Record<string, string> = {};
  const words: string[] = [];
  let command: Command = { kind: "serve" };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    const [name, attached] = arg.split("=", 2);
    if (name === "--role") {
      const role = attached ?? args[++i];
      if (!role) throw wrong("--role needs a value.");
      settings.YUTU_ROLE = role;
    } else if (arg === "--print-config") command = { kind: "print-config" };
    else if (arg === "--help" || arg === "-h") command = { kind: "help" };
    else if (arg.startsWith("-")) throw wrong(`There is no option ${arg}.`);
    else words.push(arg);
  }
  const [verb, folder, ...rest] = words;
  if (verb === undefined) return { command, settings };
  if (verb !== "backup" && verb !== "restore") throw wrong(`There is no command ${verb}.`);
  if (folder === undefined || rest.length > 0) throw wrong(`${verb} needs exactly one folder.`);
  return { command: { kind: verb, folder }, settings };
}
