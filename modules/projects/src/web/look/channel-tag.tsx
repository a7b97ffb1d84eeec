import { languageOf, useLocale } from "@yutu/i18n";
import { ChannelBadge } from "@yutu/ui";
import type { ReactElement } from "react";
import { channelOf } from "../../domain/channels.ts";

/** A channel by its code: coloured square and name. */
export function ChannelTag({ code, named = true }: { readonly code: string; readonly named?: boolean }): ReactElement {
  const language = languageOf(useLocale());
  const { name, colour } = channelOf(code);
  return <ChannelBadge name={name[language]} colour={colour} named={named} />;
}
