import type { OperationOutput } from "@yutu/contract";
import { localeStore, useMessages } from "@yutu/i18n";
import { CURRENCIES, isCurrency } from "@yutu/kernel";
import { ProblemNotice, Skeleton, toast, useCommand, useFormProblem, useOperation, useReloadSession } from "@yutu/ui";
import { Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { identity } from "../../../contract/index.ts";
import { FormButtons } from "../form-buttons.tsx";
import { settingsTexts } from "../messages.ts";
import { Section } from "../section.tsx";
import { workspaceTexts } from "./messages.ts";

type Workspace = OperationOutput<typeof identity.getWorkspace>;
type Values = Pick<Workspace, "name" | "currency" | "timeZone">;

const timeZones = (): string[] => [...new Set(["Asia/Shanghai", "UTC", ...Intl.supportedValuesOf("timeZone")])];

function WorkspaceForm({ workspace }: { readonly workspace: Workspace }): ReactElement {
  const t = useMessages(workspaceTexts);
  const words = useMessages(settingsTexts);
  const [form] = Form.useForm<Values>();
  const reload = useReloadSession();
  const update = useCommand(identity.updateWorkspace, {
    quiet: true,
    done: ({ timeZone }) => {
      toast.done(words.saved);
      localeStore.setTimeZone(timeZone);
      void reload();
    },
  });
  useFormProblem(form, update.problem);
  const submit = ({ name, currency, timeZone }: Values): void =>
    void update.run({
      body: { name, timeZone, ...(isCurrency(currency) ? { currency } : {}), expectedVersion: workspace.version },
    });
  return (
    <Form
      form={form}
      layout="vertical"
      className="st-form"
      requiredMark={false}
      initialValues={{ name: workspace.name, currency: workspace.currency, timeZone: workspace.timeZone }}
      onFinish={submit}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: words.required }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="currency" label={t.currency}>
        <Select showSearch options={CURRENCIES.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="timeZone" label={t.timeZone}>
        <Select showSearch options={timeZones().map((value) => ({ value, label: value }))} />
      </Form.Item>
      <ProblemNotice problem={update.problem} />
      <FormButtons pending={update.pending} />
    </Form>
  );
}

/** Name, currency and clock of the workspace. */
export default function WorkspacePage(): ReactElement {
  const t = useMessages(workspaceTexts);
  const { data, problem, loading, reload } = useOperation(identity.getWorkspace, {});
  return (
    <div className="st-page">
      <Section title={t.title} hint={data?.demo ? t.demo : t.hint}>
        <ProblemNotice problem={problem} onRetry={() => void reload()} />
        {loading && <Skeleton rows={4} />}
        {data && <WorkspaceForm key={data.id} workspace={data} />}
      </Section>
    </div>
  );
}
