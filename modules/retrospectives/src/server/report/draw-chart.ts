import type { ReportChart } from "./report-parts.ts";

const WIDTH = 720;
const ROW = 26;
const HEAD = 64;
/** Print: dark enough on white, told apart in grey. */
const COLOURS = ["#B9C0F2", "#3B4FD8"];
const INK = "#57534C";
const LINE = "#E8E5DF";
const FONT = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Micro Hei, sans-serif";
const SHORT = 16;

export interface DrawnChart {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The names are numbered in the picture, since no font here can write them. */
  readonly numbered: boolean;
}

const cut = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text);

function optionOf(chart: ReportChart, names: readonly string[], latin: boolean) {
  const write = (value: unknown): string => (typeof value === "number" ? chart.write(value, latin) : "");
  const last = chart.series.length - 1;
  return {
    animation: false,
    backgroundColor: "#FFFFFF",
    textStyle: { fontFamily: FONT, color: INK },
    legend:
      chart.series.length > 1
        ? { top: 8, left: 8, itemWidth: 12, itemHeight: 8, textStyle: { color: INK } }
        : { show: false },
    grid: {
      left: 8,
      right: 72,
      top: chart.series.length > 1 ? 40 : 12,
      bottom: 8,
      outerBoundsMode: "same" as const,
      outerBoundsContain: "axisLabel" as const,
    },
    xAxis: {
      type: "value" as const,
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: { color: INK, formatter: write },
    },
    yAxis: {
      type: "category" as const,
      inverse: true,
      data: [...names],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { color: INK },
    },
    series: chart.series.map((series, i) => ({
      type: "bar" as const,
      name: series.name,
      data: [...series.values],
      itemStyle: { color: COLOURS[last === 0 ? 1 : i % COLOURS.length] },
      label: {
        show: true,
        position: "right" as const,
        color: INK,
        formatter: ({ value }: { value?: unknown }) => write(value),
      },
    })),
  };
}

async function chartSvg(option: ReturnType<typeof optionOf>, heightPx: number): Promise<string> {
  const [{ init, use: register }, { BarChart }, { GridComponent, LegendComponent }, { SVGRenderer }] =
    await Promise.all([
      import("echarts/core"),
      import("echarts/charts"),
      import("echarts/components"),
      import("echarts/renderers"),
    ]);
  register([BarChart, GridComponent, LegendComponent, SVGRenderer]);
  const instance = init(null, undefined, { renderer: "svg", ssr: true, width: WIDTH, height: heightPx });
  instance.setOption(option);
  const svg = instance.renderToSVGString();
  instance.dispose();
  return svg;
}

const FONTS = { font: { loadSystemFonts: true } } as const;

let canWriteChinese: Promise<boolean> | undefined;

/** Whether some font of this system has Chinese characters; a text without glyphs has no extent. */
export function hasChineseFont(): Promise<boolean> {
  const sample = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><text x="5" y="20" font-family="${FONT}" font-size="16">域图</text></svg>`;
  canWriteChinese ??= import("@resvg/resvg-js").then(({ Resvg }) => new Resvg(sample, FONTS).getBBox() !== undefined);
  return canWriteChinese;
}

/** Draws off the main thread, since reading the fonts takes a while. */
async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import("@resvg/resvg-js");
  return (await renderAsync(svg, { ...FONTS, fitTo: { mode: "zoom", value: 2 } })).asPng();
}

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}]*$/u.test(text);

/** Draws a chart as a PNG at twice its size in print. Without a font for its words, names become numbers. */
export async function drawChart(chart: ReportChart, chinese?: boolean): Promise<DrawnChart> {
  const writable = chinese ?? (await hasChineseFont());
  const words = [...chart.names, ...chart.series.map((series) => series.name)];
  const numbered = !writable && !words.every(isLatin);
  const named = numbered
    ? { ...chart, series: chart.series.map((series, i) => ({ ...series, name: String.fromCharCode(65 + i) })) }
    : chart;
  const names = numbered ? chart.names.map((_, i) => String(i + 1)) : chart.names.map(cut);
  const heightPx = HEAD + ROW * Math.max(1, chart.names.length) * Math.max(1, chart.series.length);
  const png = await toPng(await chartSvg(optionOf(named, names, numbered), heightPx));
  return { png, widthPx: WIDTH, heightPx, numbered };
}
