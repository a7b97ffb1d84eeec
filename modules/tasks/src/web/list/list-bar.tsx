import { useMessages } from "@yutu/i18n";
import { ActionMenu, ChevronDownIcon, usePhone } from "@yutu/ui";
import { Input, Segmented } from "antd";
import { type ReactElement, useRef, useState } from "react";
import { type Group, type ListState, SORTS } from "./list-state.ts";
import "./list.css";
import { listTexts } from "./messages.ts";

/** How the rows are grouped: a switch, or a menu on phones. */
export function GroupSwitch({
  groups,
  value,
  onChange,
}: {
  readonly groups: readonly Group[];
  readonly value: Group;
  readonly onChange: (group: Group) => void;
}): ReactElement {
  const t = useMessages(listTexts);
  const phone = usePhone();
  if (phone)
    return (
      <ActionMenu
        label={t.group}
        className="yt-plain tk-bar-button"
        groups={[
          {
            key: "groups",
            actions: groups.map((group) => ({
              key: group,
              label: t.by[group],
              checked: group === value,
              run: () => onChange(group),
            })),
          },
        ]}
      >
        {t.by[value]} <ChevronDownIcon width={12} height={12} />
      </ActionMenu>
    );
  return (
    <Segmented
      size="small"
      aria-label={t.group}
      value={value}
      onChange={onChange}
      options={groups.map((group) => ({ value: group, label: t.by[group] }))}
    />
  );
}

type Order = Pick<ListState, "sort" | "dir">;

/** In which order, and which way round. */
export function OrderMenu({
  order,
  onChange,
}: {
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}): ReactElement {
  const t = useMessages(listTexts);
  return (
    <ActionMenu
      label={t.order}
      align="end"
      className="yt-plain tk-bar-button"
      groups={[
        {
          key: "sort",
          actions: SORTS.map((sort) => ({
            key: sort,
            label: t.sortBy[sort],
            checked: sort === order.sort,
            run: () => onChange({ ...order, sort }),
          })),
        },
        {
          key: "direction",
          actions: (["up", "down"] as const).map((dir) => ({
            key: dir,
            label: dir === "up" ? t.ascending : t.descending,
            checked: dir === order.dir,
            run: () => onChange({ ...order, dir }),
          })),
        },
      ]}
    >
      {t.sortBy[order.sort]} <ChevronDownIcon width={12} height={12} />
    </ActionMenu>
  );
}

const PAUSE_MS = 250;

/** Search that asks once the typing pauses. */
export function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const t = useMessages(listTexts);
  const [edit, setEdit] = useState({ from: value, text: value });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = edit.from === value ? edit.text : value;
  const write = (next: string): void => {
    setEdit({ from: value, text: next });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next), PAUSE_MS);
  };
  return (
    <Input
      allowClear
      size="small"
      className="tk-search"
      value={text}
      placeholder={t.search}
      aria-label={t.search}
      onChange={(event) => write(event.target.value)}
    />
  );
}
