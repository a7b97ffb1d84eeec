import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, neutral } from "./csv.ts";

describe("CSV cells", () => {
  it("quotes what would break a line and leaves numbers alone", () => {
    expect(csvLine(["a,b", 'say "hi"', "two\nlines", -3.5, null, "-12.50"])).toBe(
      '"a,b","say ""hi""","two\nlines",-3.5,,-12.50\r\n',
    );
  });
  it.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])("makes %j plain text", (text) => {
    expect(neutral(text)).toBe(`'${text}`);
  });
  it("never begins like a formula, whatever the text, unless it is a number", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const safe = neutral(text);
        expect(/^[=+\-@\t\r]/.test(safe) && Number.isNaN(Number(safe))).toBe(false);
      }),
    );
  });
});
