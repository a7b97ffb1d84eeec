import { useMessages } from "@yutu/i18n";
import { AppLink, ProblemNotice, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Form, Input } from "antd";
import { type ReactElement, useState } from "react";
import { identity } from "../../contract/index.ts";
import { identityTexts } from "../messages.ts";
import { DemoPeople } from "./demo-people.tsx";
import { Door } from "./door.tsx";
import { useEnter } from "./use-enter.ts";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** First step: address and password. */
function CredentialsForm({ onCode }: { readonly onCode: () => void }): ReactElement {
  const t = useMessages(identityTexts);
  const [form] = Form.useForm<Credentials>();
  const enter = useEnter();
  const signIn = useCommand(identity.signIn, { quiet: true });
  useFormProblem(form, signIn.problem);
  const submit = async (body: Credentials): Promise<void> => {
    const result = await signIn.run({ body });
    if (!result.ok) return;
    if (result.value.next === "code") onCode();
    else await enter();
  };
  const rules = [{ required: true, message: t.required }];
  return (
    <>
      {signIn.problem && <ProblemNotice problem={signIn.problem} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item name="email" label={t.email} rules={rules}>
          <Input type="email" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t.password} rules={rules}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.pending}>
          {t.signIn}
        </Button>
      </Form>
      <p className="id-door-foot">
        {t.noAccount} <AppLink to="/sign-up">{t.signUp}</AppLink>
      </p>
      <DemoPeople disabled={signIn.pending} onChoose={(email, password) => void submit({ email, password })} />
    </>
  );
}

/** Second step, only for those who turned it on. */
function CodeForm({ onBack }: { readonly onBack: () => void }): ReactElement {
  const t = useMessages(identityTexts);
  const enter = useEnter();
  const confirm = useCommand(identity.confirmSignIn, { quiet: true });
  const submit = async (body: { readonly code: string }): Promise<void> => {
    if ((await confirm.run({ body })).ok) await enter();
  };
  return (
    <>
      <p className="id-door-foot">{t.codeHint}</p>
      {confirm.problem && <ProblemNotice problem={confirm.problem} />}
      <Form layout="vertical" requiredMark={false} onFinish={(values: { code: string }) => void submit(values)}>
        <Form.Item name="code" label={t.code} rules={[{ required: true, message: t.required }]}>
          <Input autoComplete="one-time-code" inputMode="numeric" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={confirm.pending}>
          {t.confirm}
        </Button>
        <Button type="text" block onClick={onBack}>
          {t.back}
        </Button>
      </Form>
    </>
  );
}

export default function SignInPage(): ReactElement {
  const t = useMessages(identityTexts);
  const [step, setStep] = useState<"credentials" | "code">("credentials");
  return (
    <Door title={step === "code" ? t.codeTitle : t.signIn}>
      {step === "code" ? (
        <CodeForm onBack={() => setStep("credentials")} />
      ) : (
        <CredentialsForm onCode={() => setStep("code")} />
      )}
    </Door>
  );
}
