import { useLocation } from "@tanstack/react-router";
import { useLocale, useMessages } from "@yutu/i18n";
import { AppLink, labelIn, useNavigation } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";
import "./bottom-bar.css";
import { currentDestination } from "./destinations.tsx";

const MOST = 5;

/** The phone's five destinations, within reach of the thumb. */
export function BottomBar(): ReactElement | null {
  const t = useMessages(shellTexts);
  const locale = useLocale();
  const all = useNavigation();
  const path = useLocation({ select: (location) => location.pathname });
  const current = currentDestination(all, path);
  const items = all
    .filter((item) => item.phoneOrder !== undefined)
    .toSorted((a, b) => (a.phoneOrder ?? 0) - (b.phoneOrder ?? 0))
    .slice(0, MOST);
  if (items.length === 0) return null;
  return (
    <nav className="sh-bottom" aria-label={t.navigation}>
      {items.map(({ icon: Icon, ...item }) => (
        <AppLink
          key={item.path}
          to={item.path}
          className="sh-bottom-item"
          aria-current={item.path === current?.path ? "page" : undefined}
        >
          <span className="sh-bottom-icon" aria-hidden="true">
            <Icon />
          </span>
          <span className="yt-ellipsis">{labelIn(item.phoneLabel ?? item.label, locale)}</span>
        </AppLink>
      ))}
    </nav>
  );
}
