import type { ReportPart } from "./report-parts.ts";

/** Characters that Markdown would read as marks. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, "\\$&").replace(/\r?\n/g, " ");

/** People's own paragraphs keep their lines and marks, but cannot open HTML. */
const prose = (text: string): string => text.replaceAll("<", "&lt;");

function table(part: Extract<ReportPart, { kind: "table" }>): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(" | ")} |`;
  const rule = part.head.map((_, i) => (i >= part.figuresFrom ? "---:" : "---"));
  return [line(part.head), `| ${rule.join(" | ")} |`, ...part.rows.map(line)].join("\n");
}

function chunk(part: ReportPart): string {
  switch (part.kind) {
    case "heading":
      return `${"#".repeat(part.level)} ${plain(part.text)}`;
    case "paragraph":
      return prose(part.text);
    case "findings":
      return part.items
        .map(({ text, links }) => {
          const proofs = links.map((link) => `[${plain(link.label)}](${encodeURI(link.address)})`).join(" ");
          return `- ${plain(text)}${proofs ? ` ${proofs}` : ""}`;
        })
        .join("\n");
    case "table":
      return table(part);
    case "chart":
      // Every chart stands above the table of its figures.
      return "";
  }
}

/** A report as Markdown (GitHub tables). */
export const toMarkdown = (parts: readonly ReportPart[]): string =>
  `${parts
    .map(chunk)
    .filter((text) => text !== "")
    .join("\n\n")}\n`;
