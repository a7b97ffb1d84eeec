import { useMessages } from "@yutu/i18n";
import { Form, Input } from "antd";
import type { ReactElement } from "react";
import { identityTexts } from "../messages.ts";

export interface AccountValues {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The fields of a new account. */
export function AccountFields(): ReactElement {
  const t = useMessages(identityTexts);
  const rules = [{ required: true, message: t.required }];
  return (
    <>
      <Form.Item name="name" label={t.name} rules={rules}>
        <Input autoComplete="name" maxLength={60} />
      </Form.Item>
      <Form.Item name="email" label={t.email} rules={rules}>
        <Input type="email" autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={t.password} rules={rules} extra={t.passwordHint}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
