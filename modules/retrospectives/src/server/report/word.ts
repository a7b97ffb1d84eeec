import type { FileChild } from "docx";
import { type DrawnChart, drawChart } from "./draw-chart.ts";
import type { ReportChart, ReportContext, ReportPart } from "./report-parts.ts";
import { REPORT_WORDS } from "./report-words.ts";

type Docx = typeof import("docx");

/** Width of the text on A4 with 2 cm margins, in twentieths of a point. */
const TEXT_WIDTH = 9638;
const PICTURE_PX = 620;
const LATIN = "Calibri";
const CHINESE = "Microsoft YaHei";
const font = { ascii: LATIN, hAnsi: LATIN, eastAsia: CHINESE, cs: LATIN };

function table(docx: Docx, part: Extract<ReportPart, { kind: "table" }>): FileChild {
  const { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const line = { style: BorderStyle.SINGLE, size: 4, color: "E8E5DF" };
  const columns = part.head.length;
  const cell = (text: string, i: number, bold: boolean, fill?: string) =>
    new TableCell({
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: "auto" } } : {}),
      children: [
        new Paragraph({
          alignment: i >= part.figuresFrom ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, bold, size: columns > 7 ? 15 : 18, font })],
        }),
      ],
    });
  const last = part.rows.length - 1;
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => Math.floor(TEXT_WIDTH / columns)),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, children: part.head.map((text, i) => cell(text, i, true, "F7F6F3")) }),
      ...part.rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, i) => cell(text, i, part.summed === true && at === last)),
          }),
      ),
    ],
  });
}

function findings(docx: Docx, part: Extract<ReportPart, { kind: "findings" }>): FileChild[] {
  const { ExternalHyperlink, Paragraph, TextRun } = docx;
  return part.items.map(
    ({ text, links }) =>
      new Paragraph({
        bullet: { level: 0 },
        spacing: { after: 60 },
        children: [
          new TextRun({ text, font }),
          ...links.flatMap((link) => [
            new TextRun({ text: "  ", font }),
            new ExternalHyperlink({
              link: encodeURI(link.address),
              children: [new TextRun({ text: link.label, style: "Hyperlink", font })],
            }),
          ]),
        ],
      }),
  );
}

function picture(docx: Docx, chart: ReportChart, drawn: DrawnChart, note: string): FileChild[] {
  const { ImageRun, Paragraph, TextRun } = docx;
  const heightPx = Math.round((drawn.heightPx * PICTURE_PX) / drawn.widthPx);
  const legend = [
    ...chart.series.map((series, i) => `${String.fromCharCode(65 + i)} ${series.name}`),
    ...chart.names.map((name, i) => `${i + 1} ${name}`),
  ];
  return [
    new Paragraph({
      spacing: { before: 120 },
      keepNext: true,
      children: [new TextRun({ text: chart.title, bold: true, font })],
    }),
    new Paragraph({
      children: [
        new ImageRun({
          type: "png",
          data: drawn.png,
          transformation: { width: PICTURE_PX, height: heightPx },
          altText: { name: chart.title, title: chart.title, description: chart.title },
        }),
      ],
    }),
    ...(drawn.numbered
      ? [new Paragraph({ children: [new TextRun({ text: `${note} ${legend.join("; ")}`, size: 16, font })] })]
      : []),
  ];
}

async function childrenOf(docx: Docx, part: ReportPart, note: string): Promise<FileChild[]> {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  switch (part.kind) {
    case "heading": {
      const levels = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 };
      return [
        new Paragraph({
          heading: levels[part.level],
          spacing: { before: 240, after: 120 },
          children: [new TextRun({ text: part.text, font })],
        }),
      ];
    }
    case "paragraph":
      return part.text
        .split(/\r?\n/)
        .map((text) => new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, font })] }));
    case "findings":
      return findings(docx, part);
    case "table":
      return [table(docx, part), new Paragraph({ text: "" })];
    case "chart":
      return picture(docx, part.chart, await drawChart(part.chart), note);
  }
}

/** A report as a Word document with its charts. */
export async function toWord(parts: readonly ReportPart[], context: ReportContext, title: string): Promise<Uint8Array> {
  const docx = await import("docx");
  const note = REPORT_WORDS[context.language].numberedChart;
  const children = (await Promise.all(parts.map((part) => childrenOf(docx, part, note)))).flat();
  const run = (size: number, color: string) => ({ run: { size, bold: true, color, font } });
  const file = new docx.Document({
    title,
    creator: "Yutu",
    styles: {
      default: {
        document: { run: { font, size: 21 } },
        title: run(36, "1C1B19"),
        heading1: run(27, "1C1B19"),
        heading2: run(23, "57534C"),
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        footers: {
          default: new docx.Footer({
            children: [
              new docx.Paragraph({
                alignment: docx.AlignmentType.RIGHT,
                children: [
                  new docx.TextRun({
                    children: [docx.PageNumber.CURRENT, " / ", docx.PageNumber.TOTAL_PAGES],
                    size: 16,
                    font,
                  }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}
