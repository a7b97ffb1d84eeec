import { useMessages } from "@yutu/i18n";
import { ConfirmPreview, Facts, PeekPanel, toast, useActor, useCommand } from "@yutu/ui";
import { Button, Select } from "antd";
import { type ReactElement, useState } from "react";
import { identity } from "../../../contract/index.ts";
import { memberTexts } from "./messages.ts";
import { type Member, useDepartmentOptions, useRoleOptions } from "./use-members.ts";

interface Props {
  readonly member: Member;
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

/** Disables after asking; enables at once. */
function StatusAction({ member }: { readonly member: Member }): ReactElement | null {
  const t = useMessages(memberTexts);
  const [asking, setAsking] = useState(false);
  const own = useActor().member.id === member.id;
  const update = useCommand(identity.updateMember, { quiet: asking });
  const active = member.status === "active";
  const set = async (status: Member["status"]): Promise<void> => {
    const result = await update.run({
      params: { memberId: member.id },
      body: { status, expectedVersion: member.version },
    });
    if (!result.ok) return;
    setAsking(false);
    toast.done(status === "active" ? t.enabled({ name: member.name }) : t.disabled({ name: member.name }));
  };
  if (own) return null;
  return (
    <div className="st-actions">
      {active ? (
        <Button danger onClick={() => setAsking(true)}>
          {t.disable}
        </Button>
      ) : (
        <Button type="primary" loading={update.pending} onClick={() => void set("active")}>
          {t.enable}
        </Button>
      )}
      <ConfirmPreview
        open={asking}
        title={t.disableTitle({ name: member.name })}
        text={t.disableText}
        confirm={t.disable}
        danger
        pending={update.pending}
        problem={update.problem}
        onConfirm={() => void set("disabled")}
        onCancel={() => setAsking(false)}
      />
    </div>
  );
}

/** One member: role, department, status. */
export function MemberPeek({ member, onClose, onStep }: Props): ReactElement {
  const t = useMessages(memberTexts);
  const roles = useRoleOptions();
  const departments = useDepartmentOptions();
  const update = useCommand(identity.updateMember);
  const save = (body: { role?: Member["role"]; departmentId?: string | null }): void =>
    void update.run({ params: { memberId: member.id }, body: { ...body, expectedVersion: member.version } });
  return (
    <PeekPanel open onClose={onClose} onStep={onStep} code={member.email} title={member.name}>
      <Facts
        items={[
          { key: "status", label: t.status, value: t.statuses[member.status] },
          {
            key: "role",
            label: t.role,
            value: (
              <Select
                className="st-wide"
                aria-label={t.role}
                value={member.role}
                options={roles}
                onChange={(role) => save({ role })}
              />
            ),
          },
          {
            key: "department",
            label: t.department,
            value: (
              <Select
                className="st-wide"
                aria-label={t.department}
                allowClear
                placeholder={t.noDepartment}
                value={member.departmentId}
                options={departments}
                onChange={(departmentId) => save({ departmentId: departmentId ?? null })}
              />
            ),
          },
        ]}
      />
      <StatusAction member={member} />
    </PeekPanel>
  );
}
