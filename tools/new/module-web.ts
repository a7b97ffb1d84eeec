import type { ModuleNames } from "./module-names.ts";
import { pageComponent, pageMessages } from "./page-templates.ts";

/** Templates of the web part: one page with the list. */
export const moduleWeb = (names: ModuleNames): [string, string][] => [
  ["src/web/index.ts", index(names)],
  ["src/web/messages.ts", problemMessages(names)],
  ["src/web/record-messages.ts", recordMessages(names)],
  [`src/web/pages/${names.entities.kebab}-messages.ts`, pageMessages(names.entities)],
  [`src/web/pages/${names.entities.kebab}-page.tsx`, listPage(names)],
];

const index = ({ module, entity, entities }: ModuleNames) => `import { defineWebModule } from "@yutu/ui";
import { problems } from "./messages.ts";

export const ${module.camel}Web = defineWebModule({
  name: "${module.kebab}",
  problems,
  records: () => import("./record-messages.ts").then(({ ${entity.camel}Records }) => ${entity.camel}Records),
  routes: [
    {
      path: "/${entities.kebab}",
      load: () => import("./pages/${entities.kebab}-page.tsx"),
      access: "${module.kebab}.view",
    },
  ],
});
`;

const problemMessages = ({ module, entity }: ModuleNames) => `import { defineMessages } from "@yutu/i18n";

/** Sentences for the refusals of this module. */
export const problems = defineMessages({
  zh: { "${module.kebab}/invalid-${entity.kebab}": "“${entity.words}”不符合规则" },
  en: { "${module.kebab}/invalid-${entity.kebab}": "The ${entity.words.toLowerCase()} breaks a rule" },
});
`;

const recordMessages = ({ entity, entities }: ModuleNames) => `import type { Records } from "@yutu/i18n";

/** What the records of this module are called in the audit log. */
export const ${entity.camel}Records: Records = {
  ${entities.kebab.replaceAll("-", "_")}: { name: ["${entity.words}", "${entity.words}"], columns: {} },
};
`;

const listPage = ({ module, entities }: ModuleNames) =>
  pageComponent({
    name: entities,
    imports: `import { ${module.camel} } from "../../contract/index.ts";`,
    hooks: `const { data, problem, loading, reload } = useOperation(${module.camel}.list${entities.pascal}, {});`,
    uses: ["EmptyState", "PageHeader", "ProblemNotice", "Skeleton", "useOperation"],
    body: `<ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton />}
      {data?.${entities.camel}.length === 0 && <EmptyState text={t.empty} />}
      <ul>
        {data?.${entities.camel}.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>`,
  });
