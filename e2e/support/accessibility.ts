import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every rule, those of good practice too, and the one of WCAG 2.2 that is off unless asked for. Only findings are worked out. */
const everything = { resultTypes: ["violations" as const], rules: { "target-size": { enabled: true } } };

/** Findings of axe on the page as it stands, each as `rule: selector (what to do)`. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options(everything).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")} (${help})`));
}

/** Fails with the findings when axe has any. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}
