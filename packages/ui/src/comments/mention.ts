import type { Person } from "../members/member-avatar.tsx";

/** The mention being typed before the caret: where its "@" stands and what follows it. */
export interface OpenMention {
  readonly at: number;
  readonly text: string;
}

const LONGEST = 20;

/** Finds the "@" that the caret is still writing after; an address such as `a@b` is none. */
export function openMention(text: string, caret: number): OpenMention | undefined {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf("@");
  if (at === -1 || caret - at > LONGEST) return undefined;
  const typed = before.slice(at + 1);
  if (/[\s@]/.test(typed) || /[\w.]/.test(before.charAt(at - 1))) return undefined;
  return { at, text: typed };
}

/** Puts a name in place of what was typed, with a space after it. */
export function insertMention(
  text: string,
  open: OpenMention,
  name: string,
): { readonly text: string; readonly caret: number } {
  const start = text.slice(0, open.at);
  const rest = text.slice(open.at + 1 + open.text.length).replace(/^ /, "");
  const inserted = `${start}@${name} `;
  return { text: inserted + rest, caret: inserted.length };
}

const longestFirst = (people: readonly Person[]): Person[] => people.toSorted((a, b) => b.name.length - a.name.length);

/** The people whose names stand in a text after an "@"; longer names win over their beginnings. */
export function mentionedIn(text: string, people: readonly Person[]): Person[] {
  const found = new Set<Person>();
  for (const part of splitMentions(text, people)) if (part.person) found.add(part.person);
  return people.filter((person) => found.has(person));
}

export interface TextPart {
  readonly text: string;
  readonly person?: Person;
}

/** A text cut at its mentions, to draw them as such. */
export function splitMentions(text: string, people: readonly Person[]): TextPart[] {
  const names = longestFirst(people);
  const parts: TextPart[] = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const person = text[at] === "@" ? names.find((each) => text.startsWith(each.name, at + 1)) : undefined;
    if (person) {
      if (plain !== "") parts.push({ text: plain });
      plain = "";
      parts.push({ text: `@${person.name}`, person });
      at += person.name.length + 1;
    } else {
      plain += text[at] ?? "";
      at += 1;
    }
  }
  if (plain !== "") parts.push({ text: plain });
  return parts;
}
