/** One name in the spellings that code needs. */
export interface Name {
  /** `archive-task` */
  readonly kebab: string;
  /** `archiveTask` */
  readonly camel: string;
  /** `ArchiveTask` */
  readonly pascal: string;
  /** `Archive task` */
  readonly words: string;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Reads `archive-task`, `archiveTask` or `Archive Task`. */
export function nameOf(text: string): Name {
  const parts = text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);
  if (parts.length === 0 || !parts.every((part) => /^[a-z][a-z0-9]*$/.test(part))) {
    throw new Error(`"${text}" is no name: use letters, for example archive-task.`);
  }
  const pascal = parts.map(capital).join("");
  return {
    kebab: parts.join("-"),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    words: capital(parts.join(" ")),
  };
}

/** English plural of a plain noun: `category` → `categories`. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** English singular of a plain noun: `categories` → `category`. */
export function singular(noun: string): string {
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  if (/(?:ses|xes|ches|shes)$/.test(noun)) return noun.slice(0, -2);
  return noun.endsWith("s") && !noun.endsWith("ss") ? noun.slice(0, -1) : noun;
}
