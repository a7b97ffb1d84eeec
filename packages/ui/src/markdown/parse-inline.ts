import type { Inline } from "./markdown-tree.ts";

/** Addresses that may be followed: web, mail and our own paths. Everything else (javascript:, data:) is dropped. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i;
/** Pictures come from ourselves or are drawn into the document. */
const SAFE_IMAGE = /^(?:\/(?!\/)|data:image\/(?:png|jpeg|svg\+xml|webp);base64,)/i;

const PATTERN =
  /`([^`]+)`|!\[([^\]]*)\]\(([^()\s]+)\)|\[([^\]]+)\]\(([^()\s]+)\)|\*\*(?=\S)(.+?)\*\*|~~(?=\S)(.+?)~~|(?<![\w*])[*_](?=\S)([^*_]+?)[*_](?!\w)|(https?:\/\/[^\s<>"，。；）)]+)/g;

function piece(match: RegExpExecArray): Inline {
  const [whole, code, alt, from, label, to, strong, deleted, emphasis, address] = match;
  if (code !== undefined) return { kind: "code", text: code };
  if (from !== undefined)
    return SAFE_IMAGE.test(from) ? { kind: "image", from, alt: alt ?? "" } : { kind: "text", text: alt ?? "" };
  if (to !== undefined && label !== undefined) {
    return SAFE_LINK.test(to) ? { kind: "link", to, children: parseInline(label) } : { kind: "text", text: label };
  }
  if (strong !== undefined) return { kind: "strong", children: parseInline(strong) };
  if (deleted !== undefined) return { kind: "deleted", children: parseInline(deleted) };
  if (emphasis !== undefined) return { kind: "emphasis", children: parseInline(emphasis) };
  if (address !== undefined) return { kind: "link", to: address, children: [{ kind: "text", text: address }] };
  return { kind: "text", text: whole };
}

/** Reads one run of text: code, links, pictures, strong, emphasis, deleted, bare addresses. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let last = 0;
  for (const match of text.matchAll(PATTERN)) {
    if (match.index > last) parts.push({ kind: "text", text: text.slice(last, match.index) });
    parts.push(piece(match));
    last = match.index + match[0].length;
  }
  if (last < text.length) parts.push({ kind: "text", text: text.slice(last) });
  return parts;
}
