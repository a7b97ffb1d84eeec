import type { Operation } from "@yutu/contract";
import type { Language } from "@yutu/i18n";
import { DOCS_STYLE } from "./style.ts";
import { DOCS_WORDS } from "./words.ts";

export interface DocsRequest {
  readonly language: Language;
  /** What the reader searches for; empty shows everything. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const code = (text: string): string => `<code>${escape(text)}</code>`;
/** Text of the contract, which is English on every page. */
const english = (text: string): string => `<span lang="en">${escape(text)}</span>`;

const areaOf = (operation: Operation): string => operation.id.split(".")[0] ?? "";

function accessText({ access }: Operation, language: Language): string {
  const words = DOCS_WORDS[language];
  if (access === "public" || access === "account") return words.accesses[access];
  return `${words.permission} ${code(access)}`;
}

function operationRow(operation: Operation, language: Language): string {
  const words = DOCS_WORDS[language];
  const refusals = operation.problems.map((each) => `${code(`${each.status} ${each.code}`)} ${english(each.title)}`);
  return `<details id="${operation.id}"><summary><code class="m">${operation.method}</code> ${code(`/api/v1${operation.path}`)} ${english(operation.summary)}</summary>
<dl><dt>${words.operation}</dt><dd>${code(operation.id)}</dd><dt>${words.access}</dt><dd>${accessText(operation, language)}</dd>
<dt>${words.refusals}</dt><dd>${refusals.join("<br>") || words.onlyCommon}</dd></dl></details>`;
}

/** Operations that have every word of the search somewhere in what the page says of them. */
export function findOperations(operations: readonly Operation[], { language, text }: DocsRequest): Operation[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter((operation) => {
    const { id, method, path, summary, access, problems } = operation;
    const codes = problems.map((problem) => `${problem.code} ${problem.title}`);
    const area = DOCS_WORDS[language].area[areaOf(operation)] ?? "";
    const said = [id, method, `/api/v1${path}`, summary, access, area, ...codes].join(" ").toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

function byArea(operations: readonly Operation[]): [string, Operation[]][] {
  const areas = new Map<string, Operation[]>();
  for (const operation of operations) {
    const area = areaOf(operation);
    areas.set(area, [...(areas.get(area) ?? []), operation]);
  }
  return [...areas].toSorted(([a], [b]) => a.localeCompare(b));
}

function searchForm({ language, text }: DocsRequest, found: number): string {
  const words = DOCS_WORDS[language];
  const result = found === 0 ? words.nothing : words.found({ count: found, text });
  const note = text === "" ? "" : `<p role="status">${escape(result)} <a href="?lang=${language}">${words.all}</a></p>`;
  return `<form role="search" action="/api/docs"><input type="hidden" name="lang" value="${language}">
<input type="search" name="q" value="${escape(text)}" maxlength="100" aria-label="${words.search}" placeholder="${words.search}"> <button>${words.find}</button></form>${note}`;
}

/** A readable index of the API; the full shapes are in the OpenAPI document it links to. Works without a script. */
export function docsPage(operations: readonly Operation[], version: string, request: DocsRequest): string {
  const { language, text } = request;
  const words = DOCS_WORDS[language];
  const areaWord = (area: string): string => words.area[area] ?? area;
  const found = findOperations(operations, request);
  const areas = byArea(found);
  const other = language === "zh" ? "en" : "zh";
  const links = areas.map(([area, { length }]) => `<li><a href="#${area}">${areaWord(area)}</a> ${length}</li>`);
  const sections = areas.map(
    ([area, list]) =>
      `<h2 id="${area}">${areaWord(area)}</h2>${list.map((each) => operationRow(each, language)).join("\n")}`,
  );
  return `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} ${version}</title><link rel="icon" href="/mark.svg"><style>${DOCS_STYLE}</style></head><body>
<a class="skip" href="#operations">${words.skip}</a>
<header><h1>${words.title}</h1><a href="?lang=${other}&amp;q=${encodeURIComponent(text)}" lang="${other}" hreflang="${other}">${words.other}</a></header>
<p>${words.intro({ version, operations: operations.length })} <a href="/api/openapi.json">${words.document}</a>${language === "zh" ? "。" : "."}</p>
<p>${words.calling(code)}</p>
${searchForm(request, found.length)}
<nav aria-label="${words.areas}"><ul>${links.join("")}</ul></nav>
<main id="operations" tabindex="-1">${sections.join("\n")}</main></body></html>`;
}
