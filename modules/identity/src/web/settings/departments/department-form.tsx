import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { Dialog, ProblemNotice, toast, useCommand, useFormProblem, useOperation } from "@yutu/ui";
import { Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { identity } from "../../../contract/index.ts";
import { wouldCycle } from "../../../domain/department.ts";
import { FormButtons } from "../form-buttons.tsx";
import { settingsTexts } from "../messages.ts";
import { departmentTexts } from "./messages.ts";

export type Department = OperationOutput<typeof identity.listDepartments>["departments"][number];

interface Values {
  readonly name: string;
  readonly parentId?: string | null;
  readonly headMemberId?: string | null;
}

interface Props {
  readonly departments: readonly Department[];
  /** The department to change; a new one without. */
  readonly department?: Department;
  /** Parent of a new one. */
  readonly parentId?: string;
  readonly onClose: () => void;
}

/** Adds, renames, moves a department or names its head. */
export function DepartmentForm({ departments, department, parentId, onClose }: Props): ReactElement {
  const t = useMessages(departmentTexts);
  const words = useMessages(settingsTexts);
  const [form] = Form.useForm<Values>();
  const { data } = useOperation(identity.listMembers, {}, { freshMs: 60_000 });
  const done = (): void => {
    toast.done(words.saved);
    onClose();
  };
  const create = useCommand(identity.createDepartment, { quiet: true, done });
  const update = useCommand(identity.updateDepartment, { quiet: true, done });
  const problem = create.problem ?? update.problem;
  useFormProblem(form, problem);
  const submit = (values: Values): void => {
    const body = { name: values.name, parentId: values.parentId ?? null, headMemberId: values.headMemberId ?? null };
    if (department) void update.run({ params: { departmentId: department.id }, body });
    else void create.run({ body });
  };
  const parents = departments.filter((d) => !department || !wouldCycle(departments, department.id, d.id));
  return (
    <Dialog open title={department ? t.edit : t.add} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        className="st-dialog"
        requiredMark={false}
        initialValues={{
          name: department?.name ?? "",
          parentId: department?.parentId ?? parentId,
          headMemberId: department?.headMemberId,
        }}
        onFinish={submit}
      >
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: words.required }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="parentId" label={t.parent}>
          <Select allowClear placeholder={t.top} options={parents.map((d) => ({ value: d.id, label: d.name }))} />
        </Form.Item>
        <Form.Item name="headMemberId" label={t.head}>
          <Select
            allowClear
            placeholder={t.noHead}
            showSearch={{ optionFilterProp: "label" }}
            options={(data?.members ?? [])
              .filter((m) => m.status === "active")
              .map((m) => ({ value: m.id, label: m.name }))}
          />
        </Form.Item>
        <ProblemNotice problem={problem} />
        <FormButtons pending={create.pending || update.pending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
