import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisePhone } from "./phone.ts";

const form = (raw: string, areaCode?: string): string => {
  const result = normalisePhone(raw, areaCode === undefined ? {} : { areaCode });
  if (!result.ok) return result.error.definition.code;
  const { e164, kind, extension } = result.value;
  return `${e164} ${kind}${extension === null ? "" : ` #${extension}`}`;
};

describe("normalisePhone", () => {
  it.each([
    ["13812345679", "+8613812345679 mobile"],
    ["+86 138-1234-5679", "+8613812345679 mobile"],
    ["0086 138 1234 5679", "+8613812345679 mobile"],
    ["8613812345679", "+8613812345679 mobile"],
    ["013812345679", "+8613812345679 mobile"],
    ["１３８１２３４５６７９", "+8613812345679 mobile"],
    ["（＋86）138．1234．5679", "+8613812345679 mobile"],
    ["手机：138 1234 5679", "+8613812345679 mobile"],
    ["\u202d13812345679\u202c", "+8613812345679 mobile"],
    ["010-62345679", "+861062345679 landline"],
    ["(010) 6234 5679", "+861062345679 landline"],
    ["+86 (0)21 62345679", "+862162345679 landline"],
    ["+86 10 6234 5679", "+861062345679 landline"],
    ["0755一26543219", "+8675526543219 landline"],
    ["0519-8654321", "+865198654321 landline"],
    ["010-62345679-801", "+861062345679 landline #801"],
    ["021-62345679转8012", "+862162345679 landline #8012"],
    ["0571 87654329 ext. 12", "+8657187654329 landline #12"],
    ["400-820-8821", "+864008208821 service"],
    ["+852 2345 6789", "+85223456789 international"],
    ["+44 (0)20 7946 0958", "+442079460958 international"],
    ["0044 20 7946 0958", "+442079460958 international"],
    ["+1 (415) 555-2671", "+14155552671 international"],
  ])("%s is %s", (raw, expected) => {
    expect(form(raw)).toBe(expected);
  });

  it.each([
    ["", "matching/empty-value"],
    ["abc", "matching/not-a-phone"],
    ["12345", "matching/not-a-phone"],
    ["12812345679", "matching/not-a-phone"],
    ["1381234567", "matching/not-a-phone"],
    ["138123456789", "matching/not-a-phone"],
    ["+999 12345678", "matching/not-a-phone"],
    ["0261 12345678", "matching/not-a-phone"],
    ["138****5679", "matching/masked"],
    ["62345679", "matching/area-code-needed"],
  ])("%s is refused as %s", (raw, code) => {
    expect(form(raw)).toBe(code);
  });

  it.each([
    ["13800000000", true],
    ["13812345678", true],
    ["18888888888", true],
    ["13987654321", true],
    ["13800138000", false],
    ["13812345679", false],
  ])("%s is a placeholder: %s", (raw, expected) => {
    expect(unwrap(normalisePhone(raw)).placeholder).toBe(expected);
  });

  it("gives local numbers the area code it is told", () => {
    expect(form("6234 5679", "010")).toBe("+861062345679 landline");
    expect(form("8654321", "519")).toBe("+865198654321 landline");
  });

  it("is idempotent on its own output", () => {
    const mobile = fc.tuple(fc.constantFrom("13", "15", "17", "18", "19"), fc.stringMatching(/^[0-9]{9}$/u));
    fc.assert(
      fc.property(mobile, ([head, tail]) => {
        const once = normalisePhone(head + tail);
        fc.pre(once.ok);
        expect(unwrap(normalisePhone(unwrap(once).e164))).toEqual(unwrap(once));
      }),
    );
  });
});
