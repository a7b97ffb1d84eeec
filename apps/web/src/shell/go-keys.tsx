import { useLocale, useMessages } from "@yutu/i18n";
import { labelIn, type NavigationItem, useGo, useNavigation, useShortcut } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";

function GoKey({ item, goKey }: { readonly item: NavigationItem; readonly goKey: string }): null {
  const t = useMessages(shellTexts);
  const locale = useLocale();
  const go = useGo();
  useShortcut({ keys: `g ${goKey}`, label: labelIn(item.label, locale), group: t.goGroup, run: () => go(item.path) });
  return null;
}

/** `G` and a letter open the destinations. */
export const GoKeys = (): ReactElement => (
  <>{useNavigation().map((item) => item.goKey && <GoKey key={item.path} item={item} goKey={item.goKey} />)}</>
);
