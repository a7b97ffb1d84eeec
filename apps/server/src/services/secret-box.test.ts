import { describe, expect, it } from "vitest";
import { createSecretBox } from "./secret-box.ts";

describe("secret box", () => {
  const box = createSecretBox("a".repeat(32));
  it("opens what it sealed, and seals the same text differently each time", () => {
    const sealed = box.seal("密钥 secret");
    expect(box.open(sealed)).toBe("密钥 secret");
    expect(box.seal("密钥 secret")).not.toBe(sealed);
    expect(sealed).not.toContain("secret");
  });
  it("refuses another key and a changed text", () => {
    const sealed = box.seal("x");
    expect(() => createSecretBox("b".repeat(32)).open(sealed)).toThrow();
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    expect(() => box.open(`v1.${bytes.toString("base64url")}`)).toThrow();
  });
});
