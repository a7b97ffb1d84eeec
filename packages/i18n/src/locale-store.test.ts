import { describe, expect, it } from "vitest";
import { localeStore } from "./locale-store.ts";

describe("localeStore", () => {
  it("starts in Chinese and tells its readers of a change until they leave", () => {
    expect(localeStore.get().locale).toBe("zh-CN");
    const seen: string[] = [];
    const leave = localeStore.subscribe(() => seen.push(localeStore.get().locale));
    localeStore.setLocale("en");
    localeStore.setTimeZone("Asia/Shanghai");
    leave();
    localeStore.setLocale("zh-CN");
    localeStore.setTimeZone(undefined);
    expect(seen).toEqual(["en", "en"]);
  });
});
