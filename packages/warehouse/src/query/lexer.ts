export type TokenKind = "word" | "quoted" | "string" | "number" | "param" | "placeholder" | "punctuation";

export interface Token {
  readonly kind: TokenKind;
  /** The text as written; for quoted identifiers and placeholders the name inside. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One alternative per token, tried in order at the current place. Comments, heredocs and `;` have none on purpose. */
const PATTERN = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<comment>--|\/\*|#|\/\/)`,
    String.raw`\{\{\s*(?<placeholder>[a-z_]+)\s*\}\}`,
    String.raw`(?<param>\{\s*\w+\s*:\s*[^{}]+\})`,
    String.raw`(?<string>'(?:[^'\\]|\\[\s\S]|'')*')`,
    String.raw`"(?<double>(?:[^"\\]|\\[\s\S]|"")*)"`,
    String.raw`${"`"}(?<back>(?:[^${"`"}\\]|\\[\s\S])*)${"`"}`,
    String.raw`(?<number>\d[\w.]*|\.\d\w*)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<punctuation>[()\[\],.+*/%=<>!?:|@^~-])`,
  ].join("|"),
  "uy",
);

/** Splits a statement into tokens; null where a character starts none (`;`, `$`, an open quote) or a comment hides text. */
export function lex(sql: string): Token[] | null {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < sql.length) {
    const start = PATTERN.lastIndex;
    const found = PATTERN.exec(sql)?.groups;
    if (found === undefined || found["comment"] !== undefined) return null;
    const end = PATTERN.lastIndex;
    if (found["space"] !== undefined) continue;
    tokens.push({ ...classify(found), start, end });
  }
  return tokens;
}

function classify(found: Record<string, string | undefined>): { kind: TokenKind; text: string } {
  if (found["placeholder"] !== undefined) return { kind: "placeholder", text: found["placeholder"] };
  if (found["param"] !== undefined) return { kind: "param", text: found["param"] };
  if (found["string"] !== undefined) return { kind: "string", text: found["string"] };
  const quoted = found["double"] ?? found["back"];
  if (quoted !== undefined) return { kind: "quoted", text: quoted };
  if (found["number"] !== undefined) return { kind: "number", text: found["number"] };
  if (found["word"] !== undefined) return { kind: "word", text: found["word"] };
  return { kind: "punctuation", text: found["punctuation"] ?? "" };
}
