import { useLocale, useMessages } from "@yutu/i18n";
import {
  isComposingKey,
  KeyCaps,
  labelIn,
  type PaletteHit,
  useAllowed,
  useGo,
  useModules,
  useNavigation,
} from "@yutu/ui";
import { Command } from "cmdk";
import { type ReactElement, useState } from "react";
import { shellTexts } from "../messages.ts";
import "./palette.css";
import { usePaletteHits } from "./use-palette-hits.ts";

function Hit({ hit, onSelect }: { readonly hit: PaletteHit; readonly onSelect: () => void }): ReactElement {
  return (
    <Command.Item value={hit.key} onSelect={onSelect} forceMount>
      <span className="yt-ellipsis">{hit.title}</span>
      {hit.context !== undefined && <span className="pl-context yt-ellipsis">{hit.context}</span>}
    </Command.Item>
  );
}

/** ⌘K: pages, actions and things by name, from all modules. */
export default function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(shellTexts).palette;
  const locale = useLocale();
  const go = useGo();
  const allowed = useAllowed();
  const [text, setText] = useState("");
  const found = usePaletteHits(text);
  const destinations = useNavigation();
  const commands = allowed(useModules().flatMap((module) => module.commands ?? []));
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label={t.title}
      className="pl-box"
      overlayClassName="pl-scrim"
      contentClassName="pl-dialog"
      loop
      onKeyDownCapture={(event) => {
        if (isComposingKey(event.nativeEvent)) event.stopPropagation();
      }}
    >
      <Command.Input value={text} onValueChange={setText} placeholder={t.placeholder} className="pl-input" />
      <Command.List className="pl-list">
        <Command.Empty className="pl-empty">{found.searching ? t.searching : t.empty}</Command.Empty>
        {found.groups.map((group) => (
          <Command.Group key={group.key} heading={labelIn(group.label, locale)} forceMount>
            {group.hits.map((hit) => (
              <Hit key={hit.key} hit={hit} onSelect={then(() => go(hit.path))} />
            ))}
          </Command.Group>
        ))}
        <Command.Group heading={t.actions}>
          {commands.map(({ key, label, words, icon: Icon, keys, run }) => (
            <Command.Item
              key={key}
              value={key}
              keywords={[label.zh, label.en, ...(words ?? [])]}
              onSelect={then(() => run({ go }))}
            >
              {Icon && <Icon />}
              <span className="yt-ellipsis">{labelIn(label, locale)}</span>
              {keys && <KeyCaps keys={keys} />}
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading={t.go}>
          {destinations.map(({ path, label, icon: Icon, goKey }) => (
            <Command.Item key={path} value={path} keywords={[label.zh, label.en]} onSelect={then(() => go(path))}>
              <Icon />
              <span className="yt-ellipsis">{labelIn(label, locale)}</span>
              {goKey && <KeyCaps keys={`g ${goKey}`} />}
            </Command.Item>
          ))}
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
