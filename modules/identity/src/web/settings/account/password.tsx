import { useMessages } from "@yutu/i18n";
import { ProblemNotice, toast, useCommand, useFormProblem } from "@yutu/ui";
import { Form, Input } from "antd";
import type { ReactElement } from "react";
import { identity } from "../../../contract/index.ts";
import { FormButtons } from "../form-buttons.tsx";
import { settingsTexts } from "../messages.ts";
import { Section } from "../section.tsx";
import { accountTexts } from "./messages.ts";

interface Values {
  readonly current: string;
  readonly password: string;
}

/** A new password; all other devices are signed out. */
export function Password(): ReactElement {
  const t = useMessages(accountTexts);
  const words = useMessages(settingsTexts);
  const [form] = Form.useForm<Values>();
  const change = useCommand(identity.changePassword, {
    quiet: true,
    done: () => {
      toast.done(t.changed);
      form.resetFields();
    },
  });
  useFormProblem(form, change.problem);
  const rules = [{ required: true, message: words.required }];
  return (
    <Section title={t.password} hint={t.passwordHint}>
      <Form
        form={form}
        layout="vertical"
        className="st-form"
        requiredMark={false}
        onFinish={(body) => void change.run({ body })}
      >
        <Form.Item name="current" label={t.current} rules={rules}>
          <Input.Password maxLength={256} autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="password" label={t.next} extra={t.nextHint} rules={rules}>
          <Input.Password maxLength={256} autoComplete="new-password" />
        </Form.Item>
        <ProblemNotice problem={change.problem} />
        <FormButtons submit={t.change} pending={change.pending} />
      </Form>
    </Section>
  );
}
