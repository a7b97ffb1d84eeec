import { useFormat, useMessages } from "@yutu/i18n";
import {
  ActionMenu,
  ConfirmPreview,
  EmptyState,
  MoreIcon,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  toast,
  useCommand,
  useOperation,
  useShortcut,
} from "@yutu/ui";
import { Button } from "antd";
import { type CSSProperties, type ReactElement, useState } from "react";
import { identity } from "../../../contract/index.ts";
import { Section } from "../section.tsx";
import { type Department, DepartmentForm } from "./department-form.tsx";
import { treeRows } from "./department-tree.ts";
import { departmentTexts } from "./messages.ts";

type Doing =
  | { readonly kind: "add"; readonly parentId?: string }
  | { readonly kind: "edit" | "remove"; readonly department: Department };

interface RowProps {
  readonly department: Department;
  readonly depth: number;
  readonly headName: string | undefined;
  readonly onDo: (doing: Doing) => void;
}

function Row({ department, depth, headName, onDo }: RowProps): ReactElement {
  const t = useMessages(departmentTexts);
  return (
    <li style={{ "--st-depth": depth } as CSSProperties}>
      <span className="st-row-words">
        <strong className="yt-ellipsis">{department.name}</strong>
        <small>
          {t.head} {headName ?? t.noHead}
        </small>
      </span>
      <span className="st-state yt-figures">{t.members({ count: department.memberCount })}</span>
      <ActionMenu
        label={t.actions({ name: department.name })}
        align="end"
        groups={[
          {
            key: "change",
            actions: [
              { key: "add", label: t.addBelow, run: () => onDo({ kind: "add", parentId: department.id }) },
              { key: "edit", label: t.edit, run: () => onDo({ kind: "edit", department }) },
              { key: "remove", label: t.remove, danger: true, run: () => onDo({ kind: "remove", department }) },
            ],
          },
        ]}
      >
        <MoreIcon />
      </ActionMenu>
    </li>
  );
}

function RemoveDialog({
  department,
  onClose,
}: {
  readonly department: Department;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages(departmentTexts);
  const { name } = department;
  const remove = useCommand(identity.deleteDepartment, {
    quiet: true,
    done: () => {
      toast.done(t.removed({ name }));
      onClose();
    },
  });
  return (
    <ConfirmPreview
      open
      title={t.removeTitle({ name })}
      text={t.removeText}
      confirm={t.remove}
      danger
      pending={remove.pending}
      problem={remove.problem}
      onConfirm={() => void remove.run({ params: { departmentId: department.id } })}
      onCancel={onClose}
    />
  );
}

/** The organisation as a tree. */
export default function DepartmentsPage(): ReactElement {
  const t = useMessages(departmentTexts);
  const format = useFormat();
  const { data, problem, loading, reload } = useOperation(identity.listDepartments, {});
  const people = useOperation(identity.listMembers, {}, { freshMs: 60_000 });
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => setDoing(undefined);
  useShortcut({ keys: "c", label: t.add, run: () => setDoing({ kind: "add" }) });
  const departments = data?.departments ?? [];
  const nameOf = (id: string | null): string | undefined => people.data?.members.find((m) => m.id === id)?.name;
  const add = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setDoing({ kind: "add" })}>
      {t.add}
    </Button>
  );
  return (
    <div className="st-page">
      <Section title={t.title} hint={t.hint} action={departments.length > 0 && add}>
        <ProblemNotice problem={problem} onRetry={() => void reload()} />
        {loading && <Skeleton rows={5} columns={["1fr", "60px", "28px"]} />}
        {data && departments.length === 0 && <EmptyState text={t.empty} action={add} />}
        <ul className="st-rows st-tree">
          {treeRows(departments, (a, b) => format.compare(a.name, b.name)).map(({ node, depth }) => (
            <Row key={node.id} department={node} depth={depth} headName={nameOf(node.headMemberId)} onDo={setDoing} />
          ))}
        </ul>
      </Section>
      {doing?.kind === "add" && (
        <DepartmentForm
          departments={departments}
          {...(doing.parentId ? { parentId: doing.parentId } : {})}
          onClose={close}
        />
      )}
      {doing?.kind === "edit" && (
        <DepartmentForm departments={departments} department={doing.department} onClose={close} />
      )}
      {doing?.kind === "remove" && <RemoveDialog department={doing.department} onClose={close} />}
    </div>
  );
}
