import { describe, expect, it } from "vitest";
import { addressOf } from "./connection.ts";

const options = { bucket: "files", region: "r", accessKeyId: "k", secretAccessKey: "s" };

describe("addressOf", () => {
  it.each([
    [
      "https://oss-cn-hangzhou.aliyuncs.com",
      false,
      "wsp_1/fil_1",
      "https://files.oss-cn-hangzhou.aliyuncs.com/wsp_1/fil_1",
    ],
    ["https://cos.ap-shanghai.myqcloud.com/", false, "", "https://files.cos.ap-shanghai.myqcloud.com/"],
    ["http://minio:9000", true, "wsp_1/fil_1", "http://minio:9000/files/wsp_1/fil_1"],
    ["http://minio:9000", true, "", "http://minio:9000/files/"],
  ])("of %s, path style %s, key %s", (endpoint, pathStyle, key, expected) => {
    expect(addressOf({ ...options, endpoint, pathStyle }, key).href).toBe(expected);
  });
});
