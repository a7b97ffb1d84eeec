import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { AppLink, ProblemNotice, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Form, Input } from "antd";
import type { ReactElement } from "react";
import { identity } from "../../contract/index.ts";
import { identityTexts } from "../messages.ts";
import { AccountFields, type AccountValues } from "./account-fields.tsx";
import { Door } from "./door.tsx";
import { useEnter } from "./use-enter.ts";

interface Values extends AccountValues {
  readonly workspaceName: string;
}

export default function SignUpPage(): ReactElement {
  const t = useMessages(identityTexts);
  const locale = languageOf(useLocale());
  const [form] = Form.useForm<Values>();
  const enter = useEnter();
  const signUp = useCommand(identity.signUp, { quiet: true });
  useFormProblem(form, signUp.problem);
  const submit = async (values: Values): Promise<void> => {
    if ((await signUp.run({ body: { ...values, locale } })).ok) await enter();
  };
  return (
    <Door title={t.signUp}>
      {signUp.problem && <ProblemNotice problem={signUp.problem} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item name="workspaceName" label={t.workspaceName} rules={[{ required: true, message: t.required }]}>
          <Input autoComplete="organization" autoFocus maxLength={60} />
        </Form.Item>
        <AccountFields />
        <Button type="primary" htmlType="submit" block loading={signUp.pending}>
          {t.signUp}
        </Button>
      </Form>
      <p className="id-door-foot">
        {t.haveAccount} <AppLink to="/sign-in">{t.signIn}</AppLink>
      </p>
    </Door>
  );
}
