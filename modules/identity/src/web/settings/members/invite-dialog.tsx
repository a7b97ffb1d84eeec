import { useFormat, useMessages } from "@yutu/i18n";
import { Dialog, ProblemNotice, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { identity } from "../../../contract/index.ts";
import { FormButtons } from "../form-buttons.tsx";
import { settingsTexts } from "../messages.ts";
import { SecretLine } from "../secret-line.tsx";
import { memberTexts } from "./messages.ts";
import { type Member, useDepartmentOptions, useRoleOptions } from "./use-members.ts";

interface Values {
  readonly email?: string;
  readonly role: Member["role"];
  readonly departmentId?: string;
  readonly validDays: number;
}

const DAYS = [1, 3, 7, 14, 30];

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

function InviteForm({
  onMade,
  onCancel,
}: {
  readonly onMade: (link: Link) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useMessages(memberTexts);
  const [form] = Form.useForm<Values>();
  const roles = useRoleOptions();
  const departments = useDepartmentOptions();
  const invite = useCommand(identity.inviteMember, { quiet: true, done: onMade });
  useFormProblem(form, invite.problem);
  const submit = ({ email, departmentId, ...rest }: Values): void =>
    void invite.run({ body: { ...rest, email: email?.trim() || null, departmentId: departmentId ?? null } });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ role: "marketer", validDays: 7 }}
      onFinish={submit}
    >
      <Form.Item name="role" label={t.role}>
        <Select options={roles} />
      </Form.Item>
      <Form.Item name="departmentId" label={t.department}>
        <Select allowClear placeholder={t.noDepartment} options={departments} />
      </Form.Item>
      <Form.Item name="email" label={t.inviteEmail} extra={t.inviteEmailHint}>
        <Input type="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="validDays" label={t.validDays}>
        <Select options={DAYS.map((count) => ({ value: count, label: t.days({ count }) }))} />
      </Form.Item>
      <ProblemNotice problem={invite.problem} />
      <FormButtons submit={t.makeLink} pending={invite.pending} onCancel={onCancel} />
    </Form>
  );
}

/** Makes an invitation link and shows it once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(memberTexts);
  const words = useMessages(settingsTexts);
  const format = useFormat();
  const [link, setLink] = useState<Link>();
  return (
    <Dialog open title={t.inviteTitle} onClose={onClose}>
      <div className="st-dialog">
        {link ? (
          <>
            <SecretLine label={t.link} value={new URL(link.url, window.location.origin).href} />
            <p className="st-quiet">{t.linkUntil({ when: format.dateTime(link.expiresAt) })}</p>
            <div className="st-buttons">
              <Button onClick={onClose}>{words.done}</Button>
            </div>
          </>
        ) : (
          <InviteForm onMade={setLink} onCancel={onClose} />
        )}
      </div>
    </Dialog>
  );
}
