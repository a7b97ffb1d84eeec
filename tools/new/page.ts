import { addElement } from "./edits.ts";
import { nameOf } from "./names.ts";
import { pageComponent, pageMessages } from "./page-templates.ts";
import { type Changes, refuseExisting, type Tree } from "./tree.ts";

/** A page of an existing module, with its route, its words and a journey that fails until the page does something. */
export function newPage(tree: Tree, moduleText: string, pageText: string, address?: string): Changes {
  const module = nameOf(moduleText);
  const page = nameOf(pageText);
  const folder = `modules/${module.kebab}/src/web`;
  const path = address ?? `/${module.kebab}/${page.kebab}`;
  const index = `${folder}/index.ts`;
  if (!tree.exists(index)) throw new Error(`${index} is missing: is ${module.kebab} a module with pages?`);
  const files = new Map([
    [
      `${folder}/pages/${page.kebab}-page.tsx`,
      pageComponent({ name: page, uses: ["EmptyState", "PageHeader"], body: "<EmptyState text={t.empty} />" }),
    ],
    [`${folder}/pages/${page.kebab}-messages.ts`, pageMessages(page)],
    [`e2e/${module.kebab}-${page.kebab}.spec.ts`, journey(page.words, path)],
  ]);
  refuseExisting(tree, files.keys());
  const route = `{ path: "${path}", load: () => import("./pages/${page.kebab}-page.tsx") }`;
  return new Map([...files, [index, addElement(tree.read(index), /\broutes(?::[^=\n]*=|:)\s*\[/, route)]]);
}

const journey = (title: string, path: string) => `import { expect, expectAccessible, test } from "./support/test.ts";

test.use({ person: "pm" });

test("${title}: say what somebody comes here to do", async ({ page }) => {
  await page.goto("${path.replace(/\$\w+/g, "…")}");
  await expect(page.getByRole("heading", { level: 1, name: "${title}" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("listitem")).toHaveCount(1); // what they find when it worked
});
`;
