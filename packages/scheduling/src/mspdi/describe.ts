import { textOf, type XmlElement } from "./xml/node.ts";

/** Names a record in a refusal by some of its own fields: `Task 12 Key visual`. */
export const describeBy =
  (...tags: readonly string[]) =>
  (node: XmlElement): string => {
    const parts = tags.map((tag) => {
      const field = node.children.find((child) => child.kind === "element" && child.name === tag);
      return field?.kind === "element" ? textOf(field).slice(0, 80) : "";
    });
    return [node.name, ...parts].filter((part) => part !== "").join(" ");
  };
