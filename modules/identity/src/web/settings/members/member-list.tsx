import { useMessages } from "@yutu/i18n";
import {
  type CellChange,
  DataGrid,
  type GridColumn,
  MemberAvatar,
  MobileCard,
  MobileCards,
  textColumn,
  useCommand,
  usePhone,
} from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { identity } from "../../../contract/index.ts";
import { isRole } from "../../../domain/role.ts";
import { identityTexts } from "../../messages.ts";
import { memberTexts } from "./messages.ts";
import { type Member, useDepartmentOptions, useRoleOptions } from "./use-members.ts";

interface Props {
  readonly members: readonly Member[];
  readonly currentId: string;
  readonly onOpen: (memberId: string) => void;
}

const keyOf = (member: Member): string => member.id;

function useColumns(): GridColumn<Member>[] {
  const t = useMessages(memberTexts);
  const words = useMessages(identityTexts);
  const roles = useRoleOptions();
  const departments = useDepartmentOptions();
  return useMemo(() => {
    const departmentOf = (m: Member): string =>
      departments.find((each) => each.value === m.departmentId)?.label ?? t.noDepartment;
    return [
      {
        key: "name",
        title: t.name,
        widthPx: 180,
        cell: (m) => <MemberAvatar person={m} size={22} named />,
        text: (m) => m.name,
      },
      {
        key: "email",
        title: t.email,
        widthPx: 220,
        grow: true,
        cell: (m) => <span className="yt-ellipsis st-quiet">{m.email}</span>,
        text: (m) => m.email,
      },
      {
        key: "role",
        title: t.role,
        widthPx: 128,
        cell: (m) => words.roles[m.role],
        edit: { kind: "choice", value: (m) => m.role, options: roles },
      },
      {
        key: "department",
        title: t.department,
        widthPx: 148,
        cell: (m) => <span className={m.departmentId ? "yt-ellipsis" : "yt-ellipsis st-quiet"}>{departmentOf(m)}</span>,
        edit: {
          kind: "choice",
          value: (m) => m.departmentId ?? "",
          options: [{ value: "", label: t.noDepartment }, ...departments],
        },
      },
      textColumn({ key: "status", title: t.status, widthPx: 96 }, (m) => t.statuses[m.status]),
    ];
  }, [t, words, roles, departments]);
}

/** Everybody as rows; role and department are edited in place. */
export function MemberList({ members, currentId, onOpen }: Props): ReactElement {
  const t = useMessages(memberTexts);
  const words = useMessages(identityTexts);
  const phone = usePhone();
  const columns = useColumns();
  const update = useCommand(identity.updateMember);
  const edit = async (changes: readonly CellChange[]): Promise<void> => {
    for (const { rowKey, columnKey, value } of changes) {
      const params = { memberId: rowKey };
      if (columnKey === "role" && isRole(value)) await update.run({ params, body: { role: value } });
      if (columnKey === "department") await update.run({ params, body: { departmentId: value || null } });
    }
  };
  if (phone) {
    return (
      <MobileCards label={t.members}>
        {members.map((m) => (
          <MobileCard
            key={m.id}
            title={m.name}
            mark={<MemberAvatar person={m} size={22} />}
            facts={
              <>
                <span>{words.roles[m.role]}</span>
                <span className="yt-ellipsis">{m.email}</span>
              </>
            }
            figure={t.statuses[m.status]}
            onOpen={() => onOpen(m.id)}
          />
        ))}
      </MobileCards>
    );
  }
  return (
    <DataGrid
      label={t.members}
      rows={members}
      keyOf={keyOf}
      columns={columns}
      {...(currentId ? { current: currentId } : {})}
      onOpen={(m) => onOpen(m.id)}
      onEdit={(changes) => void edit(changes)}
      storageKey="yutu.members.columns"
    />
  );
}
