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
    <Command.Item value={hit.key} onSelect={onSelect}>
      <span className="yt-ellipsis">{hit.title}</span>
      {hit.context !== undefined && <span className="pl-context yt-ellipsis">{hit.context}</span>}
    </Command.Item>
  );
}

/** What a person types names an action or a page when it stands anywhere in one of its words. */
const isNamed = (typed: string, words: readonly string[]): boolean =>
  words.some((word) => word.toLowerCase().includes(typed.trim().toLowerCase()));

/** ⌘K: pages, actions and things by name, from all modules. */
export default function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(shellTexts).palette;
  const locale = useLocale();
  const go = useGo();
  const allowed = useAllowed();
  const [text, setText] = useState("");
  const found = usePaletteHits(text);
  const destinations = useNavigation().filter(({ label }) => isNamed(text, [label.zh, label.en]));
  const commands = allowed(useModules().flatMap((module) => module.commands ?? [])).filter(({ label, words = [] }) =>
    isNamed(text, [label.zh, label.en, ...words]),
  );
  const isEmpty = found.groups.length + commands.length + destinations.length === 0;
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
      shouldFilter={false}
      onKeyDownCapture={(event) => {
        if (isComposingKey(event.nativeEvent)) event.stopPropagation();
      }}
    >
      <Command.Input value={text} onValueChange={setText} placeholder={t.placeholder} className="pl-input" />
      <Command.List className="pl-list">
        {found.groups.map((group) => (
          <Command.Group key={group.key} heading={labelIn(group.label, locale)}>
            {group.hits.map((hit) => (
              <Hit key={hit.key} hit={hit} onSelect={then(() => go(hit.path))} />
            ))}
          </Command.Group>
        ))}
        {commands.length > 0 && (
          <Command.Group heading={t.actions}>
            {commands.map(({ key, label, icon: Icon, keys, run }) => (
              <Command.Item key={key} value={key} onSelect={then(() => run({ go }))}>
                <span className="pl-icon" aria-hidden="true">
                  {Icon && <Icon />}
                </span>
                <span className="yt-ellipsis">{labelIn(label, locale)}</span>
                {keys && <KeyCaps keys={keys} />}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {destinations.length > 0 && (
          <Command.Group heading={t.go}>
            {destinations.map(({ path, label, icon: Icon, goKey }) => (
              <Command.Item key={path} value={path} onSelect={then(() => go(path))}>
                <span className="pl-icon" aria-hidden="true">
                  <Icon />
                </span>
                <span className="yt-ellipsis">{labelIn(label, locale)}</span>
                {goKey && <KeyCaps keys={`g ${goKey}`} />}
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
      {isEmpty && (
        <p className="pl-empty" role="status">
          {found.searching ? t.searching : t.empty}
        </p>
      )}
    </Command.Dialog>
  );
}
