import { expect, it } from "vitest";
import { asTokens } from "./mention-tokens.ts";

const people = [
  { id: "mem_1", name: "林晓" },
  { id: "mem_2", name: "林晓彤" },
];

it.each([
  ["@林晓彤 看一下 @林晓 也看", "<@mem_2> 看一下 <@mem_1> 也看"],
  ["@林晓彤@林晓", "<@mem_2><@mem_1>"],
  ["a@b.com 与 @陌生人", "a@b.com 与 @陌生人"],
])("writes %s with ids", (text, tokens) => expect(asTokens(text, people)).toBe(tokens));
