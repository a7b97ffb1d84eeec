type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rgb` or `#rrggbb`; anything else is a middle grey, since colours of channels and projects are people's data. */
export function parseHex(hex: string): Rgb {
  const long = /^#[0-9a-f]{3}$/i.test(hex) ? hex.replaceAll(/[0-9a-f]/gi, (digit) => digit + digit) : hex;
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long);
  if (!match) return [112, 112, 112];
  return [
    Number.parseInt(match[1] ?? "", 16),
    Number.parseInt(match[2] ?? "", 16),
    Number.parseInt(match[3] ?? "", 16),
  ];
}

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, WCAG 2.2. */
export const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const toHex = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;

const WHITE_ON_IT = 1.05 / 4.6 - 0.05;
const known = new Map<string, string>();

/** The colour, darkened just enough for white letters on it (4.5:1). */
export function groundForWhite(hex: string): string {
  const found = known.get(hex);
  if (found) return found;
  let rgb = parseHex(hex);
  while (luminance(rgb) > WHITE_ON_IT) rgb = [rgb[0] * 0.97, rgb[1] * 0.97, rgb[2] * 0.97];
  const ground = toHex(rgb);
  known.set(hex, ground);
  return ground;
}

/** `share` of the first colour in the second, as canvas cannot mix by itself. */
export function mixHex(hex: string, ground: string, share: number): string {
  const [a, b] = [parseHex(hex), parseHex(ground)];
  const mix = (at: 0 | 1 | 2): number => a[at] * share + b[at] * (1 - share);
  return toHex([mix(0), mix(1), mix(2)]);
}

const SEEN_ON_DARK = 0.2;

/** The colour, lightened just enough to be told from a dark ground. */
export function lightForDark(hex: string): string {
  let rgb = parseHex(hex);
  while (luminance(rgb) < SEEN_ON_DARK)
    rgb = [rgb[0] + (255 - rgb[0]) * 0.06, rgb[1] + (255 - rgb[1]) * 0.06, rgb[2] + (255 - rgb[2]) * 0.06];
  return toHex(rgb);
}
