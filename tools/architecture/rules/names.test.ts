import { expect, it } from "vitest";
import { broken } from "../example.ts";
import { tellingNames } from "./names.ts";

const paths = (names: string[]) => Object.fromEntries(names.map((name) => [name, ""]));

it("telling-names refuses files and folders that fit everything", () => {
  const bad = [
    "packages/ui/src/utils/a.ts",
    "packages/ui/src/helpers.ts",
    "modules/tasks/src/web/date-utils.ts",
    "tools/misc.test.ts",
    "modules/tasks/src/server/task-manager.ts",
  ];
  expect(broken(tellingNames, paths(bad))).toHaveLength(bad.length);
});

it("telling-names accepts names that contain such a word", () => {
  expect(
    broken(
      tellingNames,
      paths([
        "modules/tasks/src/domain/commonality.ts",
        "packages/ui/src/utilisation.ts",
        "packages/ui/src/manager-picker.tsx",
      ]),
    ),
  ).toEqual([]);
});
