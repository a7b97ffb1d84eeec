import { useMessages } from "@yutu/i18n";
import { isCurrency, minorDigits } from "@yutu/kernel";
import { ChevronDownIcon, PlusIcon, TrashIcon } from "@yutu/ui";
import { Button, Input, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import type { Stage } from "../../domain/flow.ts";
import { approvalTexts } from "../messages.ts";
import { ApproverFields } from "./approver-fields.tsx";
import { ruleOf } from "./flow-draft.ts";
import { flowTexts } from "./messages.ts";

interface Props {
  readonly stage: Stage;
  readonly number: number;
  readonly currency: string;
  readonly onChange: (stage: Stage) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onMove: (by: 1 | -1) => void;
}

/** Without the member when there is no value: the schema knows absent, not empty. */
function withAmount(stage: Stage, key: "fromMinor" | "belowMinor" | "dueHours", value: number | null): Stage {
  const { [key]: _old, ...rest } = stage;
  return value === null ? rest : { ...rest, [key]: value };
}

function Limits({ stage, currency, onChange }: Pick<Props, "stage" | "currency" | "onChange">): ReactElement {
  const t = useMessages(flowTexts);
  const minor = 10 ** minorDigits(isCurrency(currency) ? currency : "CNY");
  const amount = (key: "fromMinor" | "belowMinor", label: string) => (
    <label className="ap-field">
      <span>{label}</span>
      <InputNumber
        min={0}
        controls={false}
        suffix={currency}
        value={stage[key] === undefined ? null : stage[key] / minor}
        onChange={(major) => onChange(withAmount(stage, key, major === null ? null : Math.round(major * minor)))}
      />
    </label>
  );
  return (
    <div className="ap-fields">
      {amount("fromMinor", t.from)}
      {amount("belowMinor", t.below)}
      <label className="ap-field">
        <span>{t.dueHours}</span>
        <InputNumber
          min={1}
          max={720}
          controls={false}
          value={stage.dueHours ?? null}
          onChange={(hours) => onChange(withAmount(stage, "dueHours", hours === null ? null : Math.round(hours)))}
        />
      </label>
    </div>
  );
}

/** One stage of a flow: its names, who approves, from which amount, within how many hours. */
export function StageEditor({ stage, number, currency, onChange, onRemove, onMove }: Props): ReactElement {
  const t = useMessages(flowTexts);
  const modes = useMessages(approvalTexts).mode;
  const put = (at: number, rule: Stage["approvers"][number] | undefined): void =>
    onChange({ ...stage, approvers: stage.approvers.flatMap((old, i) => (i === at ? (rule ? [rule] : []) : [old])) });
  return (
    <li className="ap-edit-stage" aria-label={t.stage({ number })}>
      <div className="ap-edit-head">
        <strong>{t.stage({ number })}</strong>
        <Button
          type="text"
          size="small"
          className="ap-up"
          icon={<ChevronDownIcon />}
          aria-label={t.up}
          onClick={() => onMove(-1)}
        />
        <Button type="text" size="small" icon={<ChevronDownIcon />} aria-label={t.down} onClick={() => onMove(1)} />
        {onRemove && <Button type="text" size="small" icon={<TrashIcon />} aria-label={t.remove} onClick={onRemove} />}
      </div>
      <div className="ap-fields">
        <label className="ap-field">
          <span>{t.stageZh}</span>
          <Input
            value={stage.name.zh}
            maxLength={40}
            onChange={({ target }) => onChange({ ...stage, name: { ...stage.name, zh: target.value } })}
          />
        </label>
        <label className="ap-field">
          <span>{t.stageEn}</span>
          <Input
            value={stage.name.en}
            maxLength={60}
            onChange={({ target }) => onChange({ ...stage, name: { ...stage.name, en: target.value } })}
          />
        </label>
        <label className="ap-field">
          <span>{t.mode}</span>
          <Select
            value={stage.mode}
            options={(["any", "all", "sequential"] as const).map((value) => ({ value, label: modes[value] }))}
            onChange={(mode) => onChange({ ...stage, mode })}
          />
        </label>
      </div>
      {stage.approvers.map((rule, i) => (
        // approvers of a draft are known by their place
        <ApproverFields
          key={`${i}-${rule.kind}`}
          rule={rule}
          onChange={(next) => put(i, next)}
          onRemove={stage.approvers.length > 1 ? () => put(i, undefined) : undefined}
        />
      ))}
      <Button
        type="text"
        size="small"
        icon={<PlusIcon />}
        onClick={() => onChange({ ...stage, approvers: [...stage.approvers, ruleOf("role")] })}
      >
        {t.addApprover}
      </Button>
      <Limits stage={stage} currency={currency} onChange={onChange} />
    </li>
  );
}
