import { MemberAvatar } from "@yutu/ui";
import { Select } from "antd";
import type { ReactElement } from "react";
import { useMembers } from "./use-members.ts";

interface Shared {
  readonly placeholder?: string;
  readonly wrong?: boolean;
  /** Only those whose role may manage projects. */
  readonly managers?: boolean;
}

interface OneProps extends Shared {
  readonly value: string | null;
  readonly onChange: (memberId: string | null) => void;
}

interface SeveralProps extends Shared {
  readonly value: readonly string[];
  readonly onChange: (memberIds: string[]) => void;
}

function useOptions(managers: boolean) {
  return useMembers()
    .filter((m) => !managers || m.mayManage)
    .map((person) => ({ value: person.id, label: person.name, person }));
}

const filter = { optionFilterProp: "label" } as const;

/** Chooses one member. */
export function MemberSelect({
  value,
  onChange,
  placeholder,
  wrong = false,
  managers = false,
}: OneProps): ReactElement {
  const options = useOptions(managers);
  return (
    <Select
      showSearch={filter}
      allowClear
      value={value}
      onChange={(id: string | undefined) => onChange(id ?? null)}
      options={options}
      optionRender={({ data }) => <MemberAvatar person={data.person} named />}
      placeholder={placeholder}
      status={wrong ? "error" : ""}
    />
  );
}

/** Chooses any number of members. */
export function MembersSelect({ value, onChange, placeholder, wrong = false }: SeveralProps): ReactElement {
  const options = useOptions(false);
  return (
    <Select
      mode="multiple"
      showSearch={filter}
      maxTagCount="responsive"
      value={[...value]}
      onChange={(ids: string[]) => onChange(ids)}
      options={options}
      optionRender={({ data }) => <MemberAvatar person={data.person} named />}
      placeholder={placeholder}
      status={wrong ? "error" : ""}
    />
  );
}
