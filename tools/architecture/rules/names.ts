import type { Rule } from "../project.ts";

const empty = /^(?:utils?|helpers?|commons?|misc|managers?)$/;
const suffix = /[-.](?:utils?|helpers?|misc|manager)$/;

export const tellingNames: Rule = {
  name: "telling-names",
  reason: "A name that fits everything collects everything.",
  check: (project) =>
    [...project.sources.keys()].flatMap((path) => {
      const parts = path.split("/").map((part) => part.replace(/(\.(test|spec))?\.tsx?$/, ""));
      const bad = parts.find((part) => empty.test(part) || suffix.test(part));
      return bad === undefined ? [] : [{ path, line: 1, message: `«${bad}» says nothing: name what it does` }];
    }),
};
