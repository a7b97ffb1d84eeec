import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { characterPairCounts, surnameVariantKey } from "./chinese-characters.ts";
import { normaliseName } from "./person-name.ts";

const parts = (raw: string): string => {
  const result = normaliseName(raw);
  if (!result.ok) return result.error.definition.code;
  return `${result.value.family ?? "-"}|${result.value.given ?? "-"}|${result.value.key}`;
};

describe("normaliseName", () => {
  it.each([
    ["王小明", "王|小明|王小明"],
    [" 王　小 明 ", "王|小明|王小明"],
    ["歐陽 娜娜", "欧阳|娜娜|欧阳娜娜"],
    ["諸葛亮", "诸葛|亮|诸葛亮"],
    ["欧阳", "欧|阳|欧阳"],
    ["張偉先生", "张|伟|张伟"],
    ["买买提・艾力", "-|买买提|买买提·艾力"],
    ["José  Müller", "muller|jose|jose muller"],
    ["Müller, José", "muller|jose|jose muller"],
    ["Dr. Wei ZHANG", "zhang|wei|wei zhang"],
    ["Zhang Wei", "wei|zhang|wei zhang"],
    ["O'Brien, Mary-Ann", "obrien|mary ann|ann mary obrien"],
    ["Foxx", "-|-|foxx"],
  ])("%s gives %s", (raw, expected) => {
    expect(parts(raw)).toBe(expected);
  });

  it.each([
    ["", "matching/empty-value"],
    ["12345", "matching/not-a-name"],
    ["测试", "matching/placeholder"],
    ["anonymous", "matching/placeholder"],
    ["Mr.", "matching/not-a-name"],
  ])("%s is refused as %s", (raw, code) => {
    expect(parts(raw)).toBe(code);
  });

  it("says when part of the name is hidden", () => {
    expect(unwrap(normaliseName("张**")).masked).toBe(true);
    expect(unwrap(normaliseName("张某某")).masked).toBe(true);
    expect(unwrap(normaliseName("J*** Smith")).masked).toBe(true);
    expect(unwrap(normaliseName("张三")).masked).toBe(false);
  });

  it("has a simplified counterpart for each traditional character", () => {
    const [from, to] = characterPairCounts();
    expect(from).toBe(to);
    expect(unwrap(normaliseName("劉麗華")).full).toBe("刘丽华");
  });

  it("knows surnames written in two ways", () => {
    expect(surnameVariantKey("闫")).toBe(surnameVariantKey("阎"));
    expect(surnameVariantKey("王")).toBe("王");
  });
});
