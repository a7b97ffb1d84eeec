import { useMessages } from "@yutu/i18n";
import { Dialog, ProblemNotice, useActor, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Checkbox, Form, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { identity } from "../../../contract/index.ts";
import { PERMISSIONS, type Permission } from "../../../domain/role.ts";
import { FormButtons } from "../form-buttons.tsx";
import { settingsTexts } from "../messages.ts";
import { SecretLine } from "../secret-line.tsx";
import { tokenTexts } from "./messages.ts";

interface Values {
  readonly name: string;
  readonly scopes: Permission[];
  /** 0 never expires. */
  readonly validDays: number;
}

const DAYS = [30, 90, 365, 730];

function TokenForm({
  onMade,
  onCancel,
}: {
  readonly onMade: (token: string) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useMessages(tokenTexts);
  const words = useMessages(settingsTexts);
  const [form] = Form.useForm<Values>();
  const { permissions } = useActor();
  const create = useCommand(identity.createToken, { quiet: true, done: ({ token }) => onMade(token) });
  useFormProblem(form, create.problem);
  const submit = ({ validDays, ...rest }: Values): void =>
    void create.run({ body: { ...rest, validDays: validDays === 0 ? null : validDays } });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ scopes: [], validDays: 365 }}
      onFinish={submit}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: words.required }]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={t.scopes}
        rules={[{ required: true, type: "array", min: 1, message: t.chooseScope }]}
      >
        <Checkbox.Group className="st-scopes">
          {PERMISSIONS.filter((each) => permissions.has(each)).map((each) => (
            <Checkbox key={each} value={each}>
              {t.permissions[each]}
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Form.Item name="validDays" label={t.validity}>
        <Select
          options={[
            ...DAYS.map((count) => ({ value: count, label: t.days({ count }) })),
            { value: 0, label: t.forever },
          ]}
        />
      </Form.Item>
      <ProblemNotice problem={create.problem} />
      <FormButtons submit={t.make} pending={create.pending} onCancel={onCancel} />
    </Form>
  );
}

/** Makes a token and shows it once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(tokenTexts);
  const words = useMessages(settingsTexts);
  const [token, setToken] = useState<string>();
  return (
    <Dialog open title={t.create} onClose={onClose} widthPx={520}>
      <div className="st-dialog">
        {token === undefined ? (
          <TokenForm onMade={setToken} onCancel={onClose} />
        ) : (
          <>
            <SecretLine label={t.token} value={token} />
            <div className="st-buttons">
              <Button onClick={onClose}>{words.done}</Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
