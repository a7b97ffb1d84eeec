const TOKEN = /<@(mem_[0-9a-z]{26})>/g;

/** Member ids named in a comment, each once, in order. A mention is written `<@mem_…>`, so that a new name follows by itself. */
export const mentionsIn = (body: string): string[] => [
  ...new Set([...body.matchAll(TOKEN)].flatMap(([, id]) => (id ? [id] : []))),
];

/** The comment as people read it. */
export const withNames = (body: string, nameOf: (memberId: string) => string): string =>
  body.replace(TOKEN, (_, id: string) => `@${nameOf(id)}`);

const EXCERPT_LENGTH = 120;

/** The beginning of a comment on one line, for notifications. */
export function excerptOf(body: string, nameOf: (memberId: string) => string): string {
  const line = withNames(body, nameOf).replace(/\s+/g, " ").trim();
  const letters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  return letters.length > EXCERPT_LENGTH ? `${letters.slice(0, EXCERPT_LENGTH - 1).join("")}…` : line;
}

export type MentionPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "mention"; readonly memberId: string };

/** A comment cut into text and mentions, for drawing it. */
export function mentionParts(body: string): MentionPart[] {
  const parts: MentionPart[] = [];
  let from = 0;
  for (const match of body.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ kind: "text", text: body.slice(from, match.index) });
    parts.push({ kind: "mention", memberId: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < body.length) parts.push({ kind: "text", text: body.slice(from) });
  return parts;
}
