import { isGallery, isTest, isWeb } from "../places.ts";
import type { Rule, Source, Violation } from "../project.ts";
import { child, nameOf, stringOf, walk } from "../syntax.ts";

const theme = "packages/ui/src/theme";
const written =
  /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z_-])|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(\s*[\d.]/i;
const named =
  /^(?:red|green|blue|white|black|gr[ae]y|orange|yellow|purple|pink|cyan|magenta|gold|lime|navy|teal|silver|maroon|olive)$/i;
const colourFields = new Set([
  "color",
  "background",
  "backgroundColor",
  "borderColor",
  "fill",
  "stroke",
  "outlineColor",
  "shadowColor",
]);

function violations(source: Source): Violation[] {
  const found: Violation[] = [];
  const report = (at: number, text: string) => {
    found.push({ path: source.path, line: source.lineAt(at), message: `raw colour ${text}: use a token of the theme` });
  };
  walk(source.program, (node) => {
    const text = stringOf(node);
    const match = text === undefined ? null : written.exec(text);
    if (match !== null) report(node.start, match[0]);
    const isField = node.type === "Property" || node.type === "JSXAttribute";
    const field = isField ? (nameOf(child(node, "key")) ?? nameOf(child(node, "name"))) : undefined;
    const value = field !== undefined && colourFields.has(field) ? stringOf(child(node, "value")) : undefined;
    if (value !== undefined && named.test(value)) report(node.start, value);
  });
  return found;
}

export const colourInTheme: Rule = {
  name: "colour-in-theme",
  reason: "Colours come from the theme, so that light, dark and contrast are decided in one place.",
  check: (project) =>
    [...project.sources.values()]
      .filter(({ path }) => isWeb(path) && !isTest(path) && !isGallery(path) && !path.startsWith(theme))
      .flatMap(violations),
};
