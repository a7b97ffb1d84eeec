import { useLocation } from "@tanstack/react-router";
import type { CSSProperties, ReactElement } from "react";
import { AppLink } from "../url/links.tsx";
import "./sidebar-list.css";

export interface SidebarListItem {
  readonly key: string;
  readonly label: string;
  readonly to: string;
  /** Of the square before the name. */
  readonly colour: string;
}

/** A titled list under the destinations: favourite projects with their colour squares. */
export function SidebarList({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly SidebarListItem[];
}): ReactElement | null {
  const here = useLocation({ select: (location) => location.pathname });
  if (items.length === 0) return null;
  return (
    <nav className="yt-sidebar-list" aria-label={title}>
      <h2>{title}</h2>
      {items.map((item) => (
        <AppLink
          key={item.key}
          to={item.to}
          className="yt-sidebar-list-row"
          aria-current={here === item.to || here.startsWith(`${item.to}/`) ? "page" : undefined}
        >
          <span className="yt-square" style={{ "--yt-square": item.colour } as CSSProperties} aria-hidden="true" />
          <span className="yt-ellipsis">{item.label}</span>
        </AppLink>
      ))}
    </nav>
  );
}
