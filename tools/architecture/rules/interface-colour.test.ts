import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { colourInTheme } from "./interface-colour.ts";

const count = (text: string) => broken(colourInTheme, { "packages/ui/src/board/card.tsx": text }).length;

describe("colour-in-theme", () => {
  it.each([
    "export const A = () => <b style={{ color: '#1a2b3c' }} />;",
    "export const c = '#fff';",
    "export const shadow = '0 1px 2px rgba(0, 0, 0, 0.1)';",
    "export const c = `hsl(210 50% 50%)`;",
    'export const A = () => <path fill="red" />;',
    "export const style = { background: 'white' };",
  ])("refuses %s", (text) => {
    expect(count(text)).toBe(1);
  });
  it.each([
    "export const A = () => <b style={{ color: token.colorText }} />;",
    "export const c = 'var(--brand)';",
    "export const anchor = '#section-2'; export const entity = '&#39;'; export const ref = 'issue #12';",
    "export const tone = 'red';",
  ])("accepts %s", (text) => {
    expect(count(text)).toBe(0);
  });
  it("lets the theme hold colours", () => {
    expect(broken(colourInTheme, { "packages/ui/src/theme/colours.ts": "export const brand = '#1f4b99';" })).toEqual(
      [],
    );
  });
});
