import { useMessages } from "@yutu/i18n";
import { identity } from "@yutu/identity/contract";
import { ROLES } from "@yutu/identity/domain";
import { TrashIcon, useOperation } from "@yutu/ui";
import { Button, Select } from "antd";
import type { ReactElement } from "react";
import type { ApproverRule } from "../../domain/flow.ts";
import { roleTexts } from "../messages.ts";
import { ruleOf } from "./flow-draft.ts";
import { flowTexts } from "./messages.ts";

interface Props {
  readonly rule: ApproverRule;
  readonly onChange: (rule: ApproverRule) => void;
  readonly onRemove: (() => void) | undefined;
}

const KINDS = ["role", "member", "department_head", "project_manager"] as const;

/** Who approves: a role, a member, or somebody that follows from the request. */
export function ApproverFields({ rule, onChange, onRemove }: Props): ReactElement {
  const t = useMessages(flowTexts);
  const roles = useMessages(roleTexts);
  const { data } = useOperation(identity.listMembers, {}, { freshMs: 60_000 });
  const members = data?.members.filter((m) => m.status === "active") ?? [];
  return (
    <div className="ap-approver">
      <Select
        aria-label={t.approvers}
        value={rule.kind}
        options={KINDS.map((value) => ({ value, label: t.rules[value] }))}
        onChange={(kind) => onChange(ruleOf(kind))}
      />
      {rule.kind === "role" && (
        <Select
          aria-label={t.chooseRole}
          placeholder={t.chooseRole}
          value={rule.role || null}
          options={ROLES.filter((role) => role !== "guest").map((value) => ({ value, label: roles[value] }))}
          onChange={(role) => onChange({ kind: "role", role: role ?? "" })}
        />
      )}
      {rule.kind === "member" && (
        <Select
          aria-label={t.chooseMember}
          placeholder={t.chooseMember}
          showSearch={{ optionFilterProp: "label" }}
          value={rule.memberId || null}
          options={members.map((m) => ({ value: m.id, label: m.name }))}
          onChange={(memberId) => onChange({ kind: "member", memberId: memberId ?? "" })}
        />
      )}
      {onRemove && (
        <Button type="text" icon={<TrashIcon />} aria-label={`${t.remove} ${t.approvers}`} onClick={onRemove} />
      )}
    </div>
  );
}
