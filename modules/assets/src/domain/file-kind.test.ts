import { describe, expect, it } from "vitest";
import { cleanFileName, contentTypeOf, kindOf } from "./file-kind.ts";

describe("files", () => {
  it("believes bytes over endings, and endings only for harmless text", () => {
    expect(contentTypeOf("image/png", "photo.csv")).toBe("image/png");
    expect(contentTypeOf(undefined, "orders.CSV")).toBe("text/csv");
    expect(contentTypeOf(undefined, "page.html")).toBe("application/octet-stream");
    expect(contentTypeOf(undefined, "drawing.svg")).toBe("application/octet-stream");
  });
  it.each([
    ["image/webp", "image"],
    ["text/csv; charset=utf-8", "sheet"],
    ["application/pdf", "document"],
    ["application/octet-stream", "other"],
  ])("sorts %s as %s", (type, kind) => expect(kindOf(type)).toBe(kind));
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\fake\\双11主图.png", "双11主图.png"],
    ["..", "file"],
    ["a\u0000b.png", "ab.png"],
    [`${"长".repeat(300)}.jpeg`, `${"长".repeat(195)}.jpeg`],
  ])("cleans %j", (name, clean) => expect(cleanFileName(name)).toBe(clean));
});
