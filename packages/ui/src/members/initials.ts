import { avatarColours } from "../theme/tokens.ts";

const HAN = /\p{Script=Han}/u;

/** What stands for a person in a circle: the given name (last two characters) in Chinese, initials otherwise. */
export function initials(name: string, room: "one" | "two"): string {
  const trimmed = name.trim();
  if (HAN.test(trimmed)) {
    const given = Array.from(trimmed.replaceAll(/\s/g, "")).slice(-2);
    return room === "two" ? given.join("") : (given[0] ?? "");
  }
  const words = trimmed.split(/\s+/).filter((word) => word !== "");
  const first = Array.from(words[0] ?? "")[0] ?? "?";
  const last = words.length > 1 ? (Array.from(words.at(-1) ?? "")[0] ?? "") : "";
  return (room === "two" ? first + last : first).toUpperCase();
}

/** The same person always has the same colour: FNV-1a over the id picks one of the palette. */
export function avatarColour(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return avatarColours[(hash >>> 0) % avatarColours.length] ?? avatarColours[0];
}
