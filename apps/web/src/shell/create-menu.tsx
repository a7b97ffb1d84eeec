import { useLocale, useMessages } from "@yutu/i18n";
import { ActionMenu, KeyCaps, labelIn, PlusIcon, useAllowed, useGo, useModules, useShortcut } from "@yutu/ui";
import { type ReactElement, useRef } from "react";
import { shellTexts } from "../messages.ts";

/** What can be made from anywhere; `C` opens it. */
export function CreateMenu(): ReactElement | null {
  const t = useMessages(shellTexts);
  const locale = useLocale();
  const go = useGo();
  const allowed = useAllowed();
  const holder = useRef<HTMLSpanElement>(null);
  const commands = allowed(useModules().flatMap((module) => module.commands ?? [])).filter((each) => each.creates);
  useShortcut({
    keys: "c",
    label: t.create,
    enabled: commands.length > 0,
    run: () => holder.current?.querySelector("button")?.click(),
  });
  if (commands.length === 0) return null;
  const actions = commands.map(({ key, label, icon: Icon, keys, run }) => ({
    key,
    label: labelIn(label, locale),
    ...(Icon ? { icon: <Icon /> } : {}),
    ...(keys ? { hint: <KeyCaps keys={keys} /> } : {}),
    run: () => run({ go }),
  }));
  return (
    <span ref={holder}>
      <ActionMenu label={t.create} groups={[{ key: "create", actions }]}>
        <PlusIcon />
      </ActionMenu>
    </span>
  );
}
