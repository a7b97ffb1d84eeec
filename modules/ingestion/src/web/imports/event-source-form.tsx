import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { CHANNELS } from "@yutu/projects/domain";
import { ProblemNotice, Sheet, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";

interface Values {
  readonly name: string;
  readonly kind: "file" | "events";
  readonly channel: string;
}

/** A new source, for files or for events. */
export function EventSourceForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(ingestionTexts);
  const language = languageOf(useLocale());
  const [form] = Form.useForm<Values>();
  const add = useCommand(ingestion.createSource, { quiet: true });
  useFormProblem(form, add.problem);
  const kinds = [
    { value: "events", label: t.eventSource },
    { value: "file", label: t.fileSource },
  ];
  return (
    <Sheet open onClose={onClose} title={t.newSource}>
      <ProblemNotice problem={add.problem} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: "events", channel: "website" }}
        onFinish={(body) => void add.run({ body }).then((r) => r.ok && onClose())}
      >
        <Form.Item name="name" label={t.sourceName} rules={[{ required: true, message: t.required }]}>
          <Input autoFocus maxLength={80} />
        </Form.Item>
        <Form.Item name="kind" label={t.chooseKind}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="channel" label={t.channel}>
          <Select options={CHANNELS.map((c) => ({ value: c.code, label: c.name[language] }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.pending}>
          {t.create}
        </Button>
      </Form>
    </Sheet>
  );
}
