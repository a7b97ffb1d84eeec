import { expect, it } from "vitest";
import { assetNameOf } from "./asset-name.ts";

it.each([
  ["双11_主图_v2.final.png", "双11 主图 v2.final"],
  [".gitignore", ".gitignore"],
  ["README", "README"],
  [`${"长".repeat(150)}.jpg`, "长".repeat(120)],
])("names %s %s", (file, name) => expect(assetNameOf(file)).toBe(name));
