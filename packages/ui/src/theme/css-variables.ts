import { brand, type ColourTokens, fontFamily, radius, size, type ThemeName, themes } from "./tokens.ts";

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const declarations = (values: object, unit = "", prefix = ""): string =>
  Object.entries(values)
    .map(([name, value]) => `--yt-${prefix}${kebab(name)}:${String(value)}${unit};`)
    .join("");

const colours = (name: ThemeName): string =>
  `color-scheme:${name};${declarations(themes[name] satisfies ColourTokens)}`;

/**
 * Style sheet text with each token as `--yt-<name>` on `:root`; the dark values apply under `data-theme="dark"`.
 * They are our own variables on the root, apart from those of the component library, which sit on a class.
 */
export const cssVariables = (): string =>
  `:root{${colours("light")}${declarations(brand)}${declarations(radius, "px", "radius-")}${declarations(size, "px", "size-")}--yt-font:${fontFamily};}` +
  `:root[data-theme="dark"]{${colours("dark")}}`;
