import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { type Locale, preferences, type Theme } from "./appearance.ts";
import { address, type DemoPerson, sessionOf } from "./people.ts";

export { expect } from "@playwright/test";
export { expectAccessible } from "./accessibility.ts";
export { address, clientOf, type DemoPerson } from "./people.ts";

interface Options {
  /** Who is signed in on `page`; nobody when left out: `test.use({ person: "pm" })`. */
  person: DemoPerson | undefined;
  language: Locale;
  theme: Theme;
}

interface Fixtures {
  /** A page in a window of its own, signed in as another person: for what two people see of each other. */
  pageOf: (person: DemoPerson, options?: BrowserContextOptions) => Promise<Page>;
  /** Errors that pages wrote to the console or threw; a test fails when there are any. */
  pageErrors: string[];
}

/** Collects what pages throw, and what the security policy of the server kept them from doing. */
function listen(context: BrowserContext, errors: string[]): void {
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) errors.push(message.text());
  });
}

export const test = base.extend<Options & Fixtures>({
  person: [undefined, { option: true }],
  language: ["zh-CN", { option: true }],
  theme: ["light", { option: true }],
  baseURL: async ({}, provide) => provide(address()),
  pageErrors: [
    async ({}, provide) => {
      const errors: string[] = [];
      await provide(errors);
      if (errors.length > 0) throw new Error(`Errors on the page:\n${errors.join("\n")}`);
    },
    { auto: true },
  ],
  context: async ({ context, person, language, theme, pageErrors }, provide) => {
    await context.addInitScript(preferences({ language, theme }));
    if (person !== undefined) await context.addCookies([await sessionOf(person)]);
    listen(context, pageErrors);
    await provide(context);
  },
  pageOf: async ({ browser, language, theme, pageErrors }, provide) => {
    const contexts: { close(): Promise<void> }[] = [];
    await provide(async (person, options) => {
      const context = await browser.newContext({ baseURL: address(), ...options });
      contexts.push(context);
      await context.addInitScript(preferences({ language, theme }));
      await context.addCookies([await sessionOf(person)]);
      listen(context, pageErrors);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
