import { describe, expect, it } from "vitest";
import { refusalOf, type SignedRequest } from "./signature.ts";

// The examples of "Signature Calculations for the Authorization Header" in the Amazon S3 API reference.
const credentials = {
  region: "us-east-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const NOW = Date.parse("2013-05-24T00:00:00Z");
const NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

function example(more: {
  method: string;
  url: string;
  signature: string;
  headers?: Record<string, string>;
  body?: string;
  hash?: string;
}): SignedRequest {
  const headers: Record<string, string> = {
    host: "examplebucket.s3.amazonaws.com",
    "x-amz-content-sha256": more.hash ?? NOTHING,
    "x-amz-date": "20130524T000000Z",
    ...more.headers,
  };
  const signed = Object.keys(headers).sort().join(";");
  const scope = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
  headers["authorization"] = `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=${signed},Signature=${more.signature}`;
  return { method: more.method, url: more.url, headers, body: Buffer.from(more.body ?? "") };
}

const getObject = {
  method: "GET",
  url: "/test.txt",
  headers: { range: "bytes=0-9" },
  signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
};
const putObject = {
  method: "PUT",
  url: "/test%24file.text",
  headers: { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" },
  hash: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
  body: "Welcome to Amazon S3.",
  signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
};
const getLifecycle = {
  method: "GET",
  url: "/?lifecycle",
  signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
};
const listObjects = {
  method: "GET",
  url: "/?max-keys=2&prefix=J",
  signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
};

describe("refusalOf", () => {
  it.each([getObject, putObject, getLifecycle, listObjects])("accepts the published example $method $url", (given) => {
    expect(refusalOf(example(given), credentials, NOW)).toBeUndefined();
  });

  it("refuses what was not signed so", () => {
    const refused = (request: SignedRequest, now = NOW) => refusalOf(request, credentials, now);
    expect(refused({ ...example(getObject), url: "/other.txt" })).toBe("SignatureDoesNotMatch");
    expect(refused({ ...example(putObject), body: Buffer.from("Something else") })).toBe("XAmzContentSHA256Mismatch");
    expect(refused(example(getObject), NOW + 16 * 60_000)).toBe("RequestTimeTooSkewed");
    expect(refusalOf(example(getObject), { ...credentials, region: "eu-west-1" }, NOW)).toBe(
      "AuthorizationHeaderMalformed",
    );
    expect(refusalOf(example(getObject), { ...credentials, accessKeyId: "AKIA" }, NOW)).toBe("InvalidAccessKeyId");
    const { authorization: _, ...anonymous } = example(getObject).headers;
    expect(refused({ ...example(getObject), headers: anonymous })).toBe("AccessDenied");
    const added = { ...example(getObject).headers, "x-amz-acl": "public-read" };
    expect(refused({ ...example(getObject), headers: added })).toBe("AccessDenied");
  });
});
