import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { MspdiProject } from "./model.ts";
import { type MspdiProblemCode, mspdiNotAProject } from "./problems.ts";
import { type InvalidValue, invalidValue } from "./record.ts";
import { projectType } from "./schema.ts";
import { isXmlText } from "./xml/characters.ts";
import type { XmlLimits } from "./xml/guard.ts";
import type { XmlElement } from "./xml/node.ts";
import { readXml } from "./xml/read-xml.ts";
import { writeXml } from "./xml/write-xml.ts";

/** A file of 20,000 tasks with timephased data stays below this; nesting in real files ends at about 10. */
const LIMITS: XmlLimits = { maxChars: 100_000_000, maxDepth: 64 };

export const MSPDI_NAMESPACE = "http://schemas.microsoft.com/project";

/**
 * Reads a Microsoft Project XML file. Never throws and never expands an entity; a document type declaration, deep
 * nesting, excessive length, broken XML, a root other than `Project` and unreadable values are refused, the last by
 * record and field. O(length).
 */
export function readMspdi(
  xml: string,
  limits: Partial<XmlLimits> = {},
): Result<MspdiProject, Problem<MspdiProblemCode>> {
  const root = readXml(xml, { ...LIMITS, ...limits });
  if (!root.ok) return root;
  if (root.value.name !== "Project") {
    return err(problem(mspdiNotAProject, `the root element is ${root.value.name.slice(0, 80)}, not Project`));
  }
  const { xmlns, ...attributes } = root.value.attributes;
  return projectType.read(xmlns === MSPDI_NAMESPACE ? { ...root.value, attributes } : root.value);
}

/** The element whose text or attribute holds a character that XML cannot carry. */
function unwritable(node: XmlElement): string | null {
  for (const value of Object.values(node.attributes)) if (!isXmlText(value)) return node.name;
  for (const child of node.children) {
    if (child.kind !== "element") {
      if (!isXmlText(child.text)) return node.name;
      continue;
    }
    const inside = unwritable(child);
    if (inside !== null) return inside;
  }
  return null;
}

/**
 * Writes a Microsoft Project XML file; `readMspdi` of the result gives the same project back. The
 * format's namespace is added unless the project carries another. Refused, by field: text with control characters, which XML 1.0
 * cannot carry. O(size).
 */
export function writeMspdi(project: MspdiProject): Result<string, InvalidValue> {
  const root = projectType.write("Project", project);
  const bad = unwritable(root);
  if (bad !== null) return err(invalidValue("Project", bad, "holds a character that XML cannot carry"));
  return ok(writeXml({ ...root, attributes: { xmlns: MSPDI_NAMESPACE, ...root.attributes } }));
}
