import { type Language, localeStore, useMessages } from "@yutu/i18n";
import { ProblemNotice, toast, useCommand, useFormProblem, useReloadSession } from "@yutu/ui";
import { Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { identity } from "../../../contract/index.ts";
import { FormButtons } from "../form-buttons.tsx";
import { settingsTexts } from "../messages.ts";
import { Section } from "../section.tsx";
import { accountTexts } from "./messages.ts";

interface Values {
  readonly name: string;
  readonly locale: Language;
}

/** Languages by their own names. */
const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: "zh", label: "简体中文" },
  { value: "en", label: "English" },
];

/** One's own name and language. */
export function Profile({ user }: { readonly user: Values & { readonly email: string } }): ReactElement {
  const t = useMessages(accountTexts);
  const words = useMessages(settingsTexts);
  const [form] = Form.useForm<Values>();
  const reload = useReloadSession();
  const update = useCommand(identity.updateProfile, { quiet: true });
  useFormProblem(form, update.problem);
  const submit = async (body: Values): Promise<void> => {
    if (!(await update.run({ body })).ok) return;
    localeStore.setLocale(body.locale === "zh" ? "zh-CN" : "en");
    toast.done(words.saved);
    await reload();
  };
  return (
    <Section title={t.profile} hint={user.email}>
      <Form
        form={form}
        layout="vertical"
        className="st-form"
        requiredMark={false}
        initialValues={{ name: user.name, locale: user.locale }}
        onFinish={(values) => void submit(values)}
      >
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: words.required }]}>
          <Input maxLength={60} autoComplete="name" />
        </Form.Item>
        <Form.Item name="locale" label={t.language}>
          <Select options={[...LANGUAGES]} />
        </Form.Item>
        <ProblemNotice problem={update.problem} />
        <FormButtons pending={update.pending} />
      </Form>
    </Section>
  );
}
