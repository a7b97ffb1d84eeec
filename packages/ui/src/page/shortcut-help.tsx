import { useMessages } from "@yutu/i18n";
import { Modal } from "antd";
import type { ReactElement } from "react";
import { KeyCaps } from "../keyboard/key-caps.tsx";
import { shortcuts } from "../keyboard/shortcuts.ts";
import { pageTexts } from "./messages.ts";
import "./shortcut-help.css";

/** Every key that works on this page right now. Load it lazily; it opens with "?". */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(pageTexts);
  const named = shortcuts
    .list()
    .filter((each) => each.label !== "")
    .toReversed();
  const once = [...new Map(named.map((each) => [each.keys, each])).values()];
  const groups = new Map<string, typeof once>();
  for (const each of once) {
    const group = each.group ?? t.general;
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={t.shortcuts} width={560}>
      {[...groups].map(([group, entries]) => (
        <section key={group} className="yt-shortcut-group">
          <h3>{group}</h3>
          <dl>
            {entries.map((each) => (
              <div key={each.keys}>
                <dt>{each.label}</dt>
                <dd>
                  <KeyCaps keys={each.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
