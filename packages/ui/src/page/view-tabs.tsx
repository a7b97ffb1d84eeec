import { useLocation } from "@tanstack/react-router";
import { useLocale, useMessages } from "@yutu/i18n";
import { type ReactElement, useEffect, useRef } from "react";
import { labelIn } from "../module/label.ts";
import { useTabs } from "../module/modules-context.ts";
import { AppLink } from "../url/links.tsx";
import { pageTexts } from "./messages.ts";
import "./view-tabs.css";

export interface ViewTab {
  readonly key: string;
  readonly label: string;
  readonly to: string;
  /** A number after the word. */
  readonly count?: number;
}

/** Views of the same thing; each is an address, so they are links. */
export function ViewTabs({ tabs }: { readonly tabs: readonly ViewTab[] }): ReactElement {
  const t = useMessages(pageTexts);
  const here = useLocation({ select: (location) => location.pathname });
  const list = useRef<HTMLElement>(null);
  const current = tabs
    .filter((tab) => here === tab.to || here.startsWith(`${tab.to}/`))
    .toSorted((a, b) => b.to.length - a.to.length)[0]?.key;
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  return (
    <nav ref={list} className="yt-tabs" aria-label={t.views}>
      {tabs.map((tab) => (
        <AppLink key={tab.key} to={tab.to} className="yt-tab" aria-current={tab.key === current ? "page" : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="yt-tab-count">{tab.count}</span>}
        </AppLink>
      ))}
    </nav>
  );
}

/** The tabs that all modules give to a group, with the parameters of the path filled in. */
export function GroupTabs({
  group,
  params,
}: {
  readonly group: string;
  readonly params?: Readonly<Record<string, string>>;
}): ReactElement {
  const locale = useLocale();
  const tabs = useTabs(group).map((tab) => ({
    key: tab.path,
    label: labelIn(tab.label, locale),
    to: tab.path.replaceAll(/\$(\w+)/g, (whole, name: string) => params?.[name] ?? whole),
  }));
  return <ViewTabs tabs={tabs} />;
}
