import { describe, expect, it } from "vitest";
import { completeUpload, readError, readKeys, readUploadId } from "./xml.ts";

const page = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name>${inside}</ListBucketResult>`;

describe("answers of S3 services", () => {
  it("reads errors, and takes anything else for none", () => {
    const error = "<Error><Code>NoSuchKey</Code><Message>It does not exist.</Message><Key>1e5</Key></Error>";
    expect(readError(`<?xml version="1.0"?>${error}`)).toEqual({ code: "NoSuchKey", message: "It does not exist." });
    for (const text of ["", "<html><body>502 Bad Gateway</body></html>", "<Error>", "{}"])
      expect(readError(text).code).toBe("");
  });
  it("reads pages of none, one and more keys, digits included, and the token of the next", () => {
    expect(readKeys(page(""))).toEqual({ keys: [], next: undefined });
    expect(readKeys("<ListBucketResult/>")).toEqual({ keys: [], next: undefined });
    expect(() => readKeys("<html/>")).toThrow();
    expect(readKeys(page("<Contents><Key>001</Key><Size>1</Size></Contents>")).keys).toEqual(["001"]);
    const more = "<Contents><Key>a/1</Key></Contents><Contents><Key>a/2</Key></Contents>";
    expect(readKeys(page(`${more}<NextContinuationToken>a&amp;b==</NextContinuationToken>`))).toEqual({
      keys: ["a/1", "a/2"],
      next: "a&b==",
    });
  });
  it("reads the id of an upload, and refuses an answer without one", () => {
    const result = (id: string) =>
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`;
    expect(readUploadId(result("2~x&lt;y"))).toBe("2~x<y");
    expect(() => readUploadId(result(""))).toThrow();
    expect(() => readUploadId("<html/>")).toThrow();
  });
  it("writes the list of parts in order", () => {
    expect(completeUpload(['"a"', "b<&"])).toBe(
      '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"a"</ETag></Part><Part><PartNumber>2</PartNumber><ETag>b&lt;&amp;</ETag></Part></CompleteMultipartUpload>',
    );
  });
});
