import type { Person } from "@yutu/ui";

/** A comment as it is kept: every `@name` of the people given becomes `<@id>`; longer names win over their beginnings. */
export function asTokens(text: string, mentions: readonly Person[]): string {
  const byLength = mentions.toSorted((a, b) => b.name.length - a.name.length);
  let out = "";
  for (let at = 0; at < text.length; ) {
    const person = text[at] === "@" ? byLength.find(({ name }) => text.startsWith(name, at + 1)) : undefined;
    out += person ? `<@${person.id}>` : text[at];
    at += person ? person.name.length + 1 : 1;
  }
  return out;
}
