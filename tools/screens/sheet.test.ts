import { expect, it } from "vitest";
import { contactSheet, pictureName } from "./sheet.ts";

const picture = { route: "/projects/$projectId/board", language: "en", theme: "dark", size: "phone" };

it("names pictures by page, then size, theme and language", () => {
  expect(pictureName(picture)).toBe("projects.projectId.board--phone-dark-en.png");
  expect(pictureName({ ...picture, route: "/" })).toBe("start--phone-dark-en.png");
});

it("shows every picture once, under its route", () => {
  const sheet = contactSheet([picture, { ...picture, theme: "light" }, { ...picture, route: "/" }]);
  expect(sheet.match(/<h2>/g)).toHaveLength(2);
  expect(sheet.match(/<img/g)).toHaveLength(3);
});
