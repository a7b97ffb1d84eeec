import { type ColourTokens, fontFamily, seriesColours, type ThemeName, themes } from "../theme/tokens.ts";

const axis = (colours: ColourTokens): object => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.tertiary, fontSize: 11 },
  splitLine: { lineStyle: { color: colours.softLine } },
  splitArea: { show: false },
  nameTextStyle: { color: colours.tertiary, fontSize: 11 },
});

/** The look of charts: quiet lines, small labels, our series colours. Also used where reports are drawn on the server. */
export function chartTheme(name: ThemeName): Record<string, unknown> {
  const colours = themes[name];
  return {
    color: seriesColours[name],
    backgroundColor: "transparent",
    textStyle: { fontFamily, color: colours.ink },
    categoryAxis: { ...axis(colours), splitLine: { show: false } },
    valueAxis: { ...axis(colours), axisLine: { show: false } },
    timeAxis: { ...axis(colours), splitLine: { show: false } },
    logAxis: axis(colours),
    line: { symbol: "circle", symbolSize: 5, showSymbol: false, lineStyle: { width: 1.8 }, smooth: false },
    bar: {
      barMaxWidth: 28,
      itemStyle: { borderRadius: [3, 3, 0, 0] },
      // a colour of its own: else the library outlines the words, which nobody can read on a dark ground
      label: { color: colours.secondary, fontSize: 12 },
    },
    legend: {
      textStyle: { color: colours.secondary, fontSize: 12 },
      inactiveColor: colours.line,
      itemWidth: 12,
      itemHeight: 8,
      icon: "roundRect",
    },
    tooltip: {
      backgroundColor: colours.raised,
      borderColor: colours.line,
      borderWidth: 1,
      textStyle: { color: colours.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: colours.controlLine }, crossStyle: { color: colours.controlLine } },
    },
    markLine: { lineStyle: { color: colours.accent }, label: { color: colours.accentText, fontSize: 11 } },
    visualMap: { textStyle: { color: colours.secondary } },
  };
}
