import type { Align, Block, ListItem } from "./markdown-tree.ts";
import { parseInline } from "./parse-inline.ts";

const HEADING = /^(#{1,6})\s+(.*)$/;
const FENCE = /^```/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})\s*$/;
const QUOTE = /^>\s?/;
const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reads the lines of one block and says how many it took. */
interface Taken {
  readonly block: Block;
  readonly lines: number;
}

const linesWhile = (lines: readonly string[], from: number, holds: (line: string) => boolean): number => {
  let at = from;
  while (at < lines.length && holds(lines[at] ?? "")) at += 1;
  return at;
};

function takeFence(lines: readonly string[], at: number): Taken {
  const end = linesWhile(lines, at + 1, (line) => !FENCE.test(line));
  return { block: { kind: "code", text: lines.slice(at + 1, end).join("\n") }, lines: end - at + 1 };
}

function takeQuote(lines: readonly string[], at: number): Taken {
  const end = linesWhile(lines, at, (line) => QUOTE.test(line));
  const inside = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
  return { block: { kind: "quote", blocks: parseLines(inside) }, lines: end - at };
}

const indentOf = (line: string): number => /^\s*/.exec(line)?.[0].length ?? 0;

function listItem(lines: readonly string[], marker: RegExpExecArray): ListItem {
  const first = marker[4] ?? "";
  const task = /^\[([ xX])\]\s+(.*)$/.exec(first);
  const blocks = parseLines([task ? (task[2] ?? "") : first, ...lines]);
  return task ? { blocks, checked: task[1] !== " " } : { blocks };
}

function takeList(lines: readonly string[], at: number): Taken {
  const indent = indentOf(lines[at] ?? "");
  const ordered = ITEM.exec(lines[at] ?? "")?.[3] !== undefined;
  const items: ListItem[] = [];
  let here = at;
  while (here < lines.length) {
    const marker = ITEM.exec(lines[here] ?? "");
    if (!marker || indentOf(lines[here] ?? "") !== indent || (marker[3] !== undefined) !== ordered) break;
    const end = linesWhile(lines, here + 1, (line) => line.trim() !== "" && indentOf(line) > indent);
    const own = lines.slice(here + 1, end).map((line) => line.slice(Math.min(indentOf(line), indent + 2)));
    items.push(listItem(own, marker));
    here = end;
  }
  return { block: { kind: "list", ordered, items }, lines: here - at };
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

const alignOf = (rule: string): Align => {
  if (rule.startsWith(":") && rule.endsWith(":")) return "center";
  return rule.endsWith(":") ? "end" : "start";
};

function takeTable(lines: readonly string[], at: number): Taken {
  const end = linesWhile(lines, at + 2, (line) => line.includes("|"));
  const head = cellsOf(lines[at] ?? "");
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = cellsOf(line);
    return head.map((_, column) => parseInline(cells[column] ?? ""));
  });
  const align = cellsOf(lines[at + 1] ?? "").map(alignOf);
  return { block: { kind: "table", align, head: head.map(parseInline), rows }, lines: end - at };
}

function takeParagraph(lines: readonly string[], at: number): Taken {
  const end = linesWhile(lines, at + 1, (line) => line.trim() !== "" && !startsBlock(line));
  const text = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join("\n");
  return { block: { kind: "paragraph", children: parseInline(text) }, lines: end - at };
}

const startsBlock = (line: string): boolean =>
  HEADING.test(line) || FENCE.test(line) || RULE.test(line) || QUOTE.test(line) || ITEM.test(line);

function takeBlock(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? "";
  const heading = HEADING.exec(line);
  if (heading) {
    const level = Math.min(4, heading[1]?.length ?? 1) as 1 | 2 | 3 | 4;
    return { block: { kind: "heading", level, children: parseInline(heading[2] ?? "") }, lines: 1 };
  }
  if (FENCE.test(line)) return takeFence(lines, at);
  if (RULE.test(line)) return { block: { kind: "rule" }, lines: 1 };
  if (QUOTE.test(line)) return takeQuote(lines, at);
  if (ITEM.test(line)) return takeList(lines, at);
  if (line.includes("|") && TABLE_RULE.test(lines[at + 1] ?? "")) return takeTable(lines, at);
  return takeParagraph(lines, at);
}

function parseLines(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if ((lines[at] ?? "").trim() === "") {
      at += 1;
      continue;
    }
    const taken = takeBlock(lines, at);
    blocks.push(taken.block);
    at += taken.lines;
  }
  return blocks;
}

/** Reads Markdown: headings, paragraphs, lists with tasks, quotes, tables, code, rules. Never fails. */
export const parseMarkdown = (text: string): Block[] => parseLines(text.replaceAll("\r\n", "\n").split("\n"));
