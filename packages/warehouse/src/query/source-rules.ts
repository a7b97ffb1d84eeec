import type { Token } from "./lexer.ts";

/** Where the reader stands inside one pair of parentheses. */
type Place = "anywhere" | "source-expected" | "after-source";

interface Frame {
  place: Place;
  /** True for the parentheses that stand where a table would. */
  readonly isSource: boolean;
  isEmpty: boolean;
}

/** Words that end the list of sources. ON and USING do not: a comma after them is again a join. */
const ENDS_SOURCES = new Set([
  "where",
  "prewhere",
  "group",
  "order",
  "having",
  "limit",
  "offset",
  "union",
  "except",
  "intersect",
  "qualify",
  "window",
  "select",
  "with",
  "array",
]);
/** Sources that read no stored data. */
const SAFE_TABLE_FUNCTIONS = new Set(["numbers", "zeros"]);
const STATEMENT_STARTS = new Set(["select", "with", "from"]);

const lower = (token: Token | undefined): string => (token?.kind === "word" ? token.text.toLowerCase() : "");

/** Names given by `WITH name AS (SELECT …)`. */
export function namedSubqueries(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  tokens.forEach((token, i) => {
    const opens =
      lower(tokens[i + 1]) === "as" && tokens[i + 2]?.text === "(" && STATEMENT_STARTS.has(lower(tokens[i + 3]));
    if ((token.kind === "word" || token.kind === "quoted") && opens) names.add(token.text);
  });
  return names;
}

/**
 * Walks the statement and answers the first token that stands where a table would (after FROM, JOIN, IN or a comma
 * between sources) without being a placeholder, a subquery or a name given by WITH. Null when there is none.
 * It knows no grammar beyond that, so it refuses a few harmless forms such as `EXTRACT(day FROM t)`.
 */
export function findForeignSource(tokens: readonly Token[]): Token | null {
  const names = namedSubqueries(tokens);
  const frames: Frame[] = [{ place: "anywhere", isSource: true, isEmpty: true }];
  for (const [i, token] of tokens.entries()) {
    const frame = frames.at(-1);
    if (frame === undefined) return token;
    if (frame.isEmpty && frame.isSource && token.text !== "(" && !STATEMENT_STARTS.has(lower(token))) return token;
    frame.isEmpty = false;
    const wrong = step(frames, frame, tokens, i, names);
    if (wrong) return token;
  }
  return frames.length === 1 && frames[0]?.place !== "source-expected" ? null : (tokens.at(-1) ?? null);
}

/** Moves over one token; true when it may not stand here. */
function step(frames: Frame[], frame: Frame, tokens: readonly Token[], i: number, names: ReadonlySet<string>): boolean {
  const token = tokens[i];
  if (token === undefined) return true;
  if (token.text === "(" && token.kind === "punctuation") {
    const isSource = frame.place === "source-expected";
    if (isSource) frame.place = "after-source";
    frames.push({
      place: "anywhere",
      isSource: isSource || (frame.isSource && tokens[i - 1]?.text === "("),
      isEmpty: true,
    });
    return false;
  }
  if (token.text === ")" && token.kind === "punctuation") {
    if (frame.place === "source-expected") return true;
    frames.pop();
    return frames.length === 0;
  }
  if (frame.place === "source-expected") return !takeSource(frame, tokens, i, names);
  if (token.kind === "placeholder") return true;
  return keyword(frame, tokens, i, names);
}

function takeSource(frame: Frame, tokens: readonly Token[], i: number, names: ReadonlySet<string>): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  frame.place = "after-source";
  if (token.kind === "placeholder") return true;
  if (token.kind !== "word" && token.kind !== "quoted") return false;
  const next = tokens[i + 1]?.text;
  if (next === "(") return SAFE_TABLE_FUNCTIONS.has(token.text);
  return next !== "." && names.has(token.text);
}

function keyword(frame: Frame, tokens: readonly Token[], i: number, names: ReadonlySet<string>): boolean {
  const token = tokens[i];
  const word = lower(token);
  if (word === "from") frame.place = isFillRange(tokens, i) ? "anywhere" : "source-expected";
  else if (word === "join") frame.place = lower(tokens[i - 1]) === "array" ? "anywhere" : "source-expected";
  else if (ENDS_SOURCES.has(word)) frame.place = "anywhere";
  else if (frame.place === "after-source" && token?.text === "," && token.kind === "punctuation")
    frame.place = "source-expected";
  else if (word === "in") return inNamesTable(tokens, i, names);
  return false;
}

/** `ORDER BY day WITH FILL FROM a TO b` names a range, not a table. */
const isFillRange = (tokens: readonly Token[], i: number): boolean =>
  lower(tokens[i - 1]) === "fill" && lower(tokens[i - 2]) === "with";

/** `x IN t` and `x IN (t)` read a table; lists, arrays, bound values and subqueries do not. */
function inNamesTable(tokens: readonly Token[], i: number, names: ReadonlySet<string>): boolean {
  let at = i + 1;
  while (tokens[at]?.text === "(" && tokens[at]?.kind === "punctuation") at++;
  const isBare = at === i + 1;
  const token = tokens[at];
  if (token?.kind === "placeholder") return true;
  if (token?.kind !== "word" && token?.kind !== "quoted") return false;
  if (names.has(token.text)) return false;
  let end = at + 1;
  while (tokens[end]?.text === "." || tokens[end - 1]?.text === ".") end++;
  const next = tokens[end]?.text;
  if (isBare) return next !== "(" && next !== "[";
  return next === ")";
}
