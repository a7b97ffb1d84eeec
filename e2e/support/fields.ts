import type { Locator, Page } from "@playwright/test";

/** A text that no other test uses: `name` and six random signs. */
export const unique = (name: string): string => `${name} ${crypto.randomUUID().slice(0, 6)}`;

/** The options of the list that is open, not of one that is still fading out. */
export const openOptions = (page: Page): Locator =>
  page.locator(".ant-select-dropdown:not(.ant-slide-up-leave):visible .ant-select-item");

/** Chooses an option of a select field by its words, which are typed where that finds it. */
export async function choose(field: Locator, option: string): Promise<void> {
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  await openOptions(field.page()).getByText(option, { exact: true }).click();
}

/** The password field; the button that shows what was typed has the word in its name too. */
export const passwordIn = (where: Page | Locator, name = "密码"): Locator => where.getByRole("textbox", { name });
