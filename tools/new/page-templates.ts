import type { Name } from "./names.ts";

interface PageParts {
  readonly name: Name;
  readonly imports?: string;
  readonly hooks?: string;
  /** Names taken from the design system. */
  readonly uses: readonly string[];
  readonly body: string;
}

/** A page component: head, then its body. */
export const pageComponent = ({
  name,
  imports = "",
  hooks = "",
  uses,
  body,
}: PageParts) => `import { useMessages } from "@yutu/i18n";
import { ${uses.join(", ")} } from "@yutu/ui";
import type { ReactElement } from "react";
${imports}
import { messages } from "./${name.kebab}-messages.ts";

export default function ${name.pascal}Page(): ReactElement {
  const t = useMessages(messages);
  ${hooks}
  return (
    <>
      <PageHeader title={t.title} />
      ${body}
    </>
  );
}
`;

/** The words of a page; Chinese is the source, and both are to be written by a person. */
export const pageMessages = (name: Name) => `import { defineMessages } from "@yutu/i18n";

export const messages = defineMessages({
  zh: { title: "${name.words}", empty: "这里还没有内容" },
  en: { title: "${name.words}", empty: "There is nothing here yet" },
});
`;
