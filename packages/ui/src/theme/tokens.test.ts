import { describe, expect, it } from "vitest";
import { cssVariables } from "./css-variables.ts";
import { type ColourTokens, type ThemeName, themes } from "./tokens.ts";

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const texts: (keyof ColourTokens)[] = [
  "ink",
  "secondary",
  "tertiary",
  "primaryText",
  "accentText",
  "success",
  "warning",
  "error",
];
const grounds: (keyof ColourTokens)[] = ["surface", "raised", "layout", "rowHover"];
const names: ThemeName[] = ["light", "dark"];

describe.each(names)("%s theme", (name) => {
  const colours = themes[name];

  it("keeps text at 4.5:1 on everything it is put on", () => {
    const weak = texts.flatMap((text) =>
      grounds
        .filter((ground) => contrast(colours[text], colours[ground]) < 4.5)
        .map((ground) => `${text} on ${ground}: ${contrast(colours[text], colours[ground]).toFixed(2)}`),
    );
    expect(weak).toEqual([]);
  });

  it("keeps words on fills readable", () => {
    expect(contrast(colours.onPrimary, colours.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.onError, colours.error)).toBeGreaterThanOrEqual(4.5);
    for (const ground of ["navSelected", "chip", "rowSelected", "sunken"] as const) {
      expect(contrast(colours.ink, colours[ground])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colours.secondary, colours[ground])).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("cssVariables", () => {
  it("holds every token for both themes", () => {
    const css = cssVariables();
    expect(css).toContain("--yt-primary-text:#3B4FD8;");
    expect(css).toContain(':root[data-theme="dark"]{color-scheme:dark;--yt-primary:#5767EE;');
    expect(css).toContain("--yt-radius-modal:14px;");
  });
});
