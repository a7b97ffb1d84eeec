import { describe, expect, it } from "vitest";
import { answerFrom } from "./answer-from.ts";

const origin = "https://yutu.example";
const files = new Set(["/index.html", "/assets/index-1.js"]);
const from = (path: string, mode = "cors", method = "GET") =>
  answerFrom({ method, mode, url: new URL(path, origin).href }, origin, files);

describe("answerFrom", () => {
  it("opens every page of the product from the device", () => {
    expect([from("/", "navigate"), from("/projects/prj_1/board?open=1", "navigate")]).toEqual([
      "start-page",
      "start-page",
    ]);
  });

  it("takes the files of this version from the device, whatever stands behind the name", () => {
    expect([from("/assets/index-1.js"), from("/assets/index-1.js?again")]).toEqual(["file", "file"]);
    expect(from("/assets/index-2.js")).toBe("server");
  });

  it.each(["/api/v1/projects", "/api/docs", "/v1/track", "/l/ykZ5RVQ"])(
    "leaves %s to the server, opened or fetched",
    (path) => {
      expect([from(path), from(path, "navigate")]).toEqual(["server", "server"]);
    },
  );

  it("leaves what changes something and what is elsewhere to the server", () => {
    expect(from("/index.html", "cors", "POST")).toBe("server");
    expect(from("https://elsewhere.example/assets/index-1.js")).toBe("server");
  });
});
