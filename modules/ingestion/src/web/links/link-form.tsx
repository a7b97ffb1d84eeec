import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import { CHANNELS } from "@yutu/projects/domain";
import { ProblemNotice, Sheet, useCommand, useFormProblem, useOperation } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";

interface Values {
  readonly name: string;
  readonly targetUrl: string;
  readonly projectId: string;
  readonly channel: string;
  readonly source: string;
  readonly medium: string;
  readonly content?: string;
}

const choices = (values: readonly string[] | undefined) => values?.map((value) => ({ value, label: value })) ?? [];

/** A new tracked link; its parameters come from the agreed dictionary. */
export function LinkForm({
  projectId,
  onClose,
}: {
  readonly projectId: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages(ingestionTexts);
  const language = languageOf(useLocale());
  const [form] = Form.useForm<Values>();
  const list = useOperation(projects.listProjects, { query: { open: "true", limit: 200 } });
  const dictionary = useOperation(ingestion.getUtmDictionary, {});
  const create = useCommand(ingestion.createLink, { quiet: true });
  useFormProblem(form, create.problem);
  const required = [{ required: true, message: t.required }];
  return (
    <Sheet open onClose={onClose} title={t.newLink}>
      <ProblemNotice problem={create.problem} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={projectId ? { projectId } : {}}
        onFinish={(body) => void create.run({ body }).then((r) => r.ok && onClose())}
      >
        <Form.Item name="name" label={t.linkName} rules={required}>
          <Input autoFocus maxLength={120} />
        </Form.Item>
        <Form.Item name="targetUrl" label={t.target} rules={required}>
          <Input inputMode="url" />
        </Form.Item>
        <Form.Item name="projectId" label={t.project} rules={required}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={list.data?.items.map((p) => ({ value: p.id, label: p.name })) ?? []}
          />
        </Form.Item>
        <Form.Item name="channel" label={t.channel} rules={required}>
          <Select options={CHANNELS.map((c) => ({ value: c.code, label: c.name[language] }))} />
        </Form.Item>
        <div className="in-grid">
          <Form.Item name="source" label={t.utmSource} rules={required}>
            <Select showSearch options={choices(dictionary.data?.sources)} />
          </Form.Item>
          <Form.Item name="medium" label={t.medium} rules={required}>
            <Select showSearch options={choices(dictionary.data?.mediums)} />
          </Form.Item>
          <Form.Item name="content" label={t.content}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={create.pending}>
          {t.create}
        </Button>
      </Form>
    </Sheet>
  );
}
