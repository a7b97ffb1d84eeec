import { useMessages } from "@yutu/i18n";
import type { CSSProperties, ReactElement, ReactNode } from "react";
import { MoreIcon, RowsIcon } from "../icons/icons.tsx";
import { AvatarStack, type Person } from "../members/member-avatar.tsx";
import { ActionMenu, type MenuGroup } from "../menu/action-menu.tsx";
import { usePhone } from "../theme/use-media.ts";
import { pageTexts } from "./messages.ts";
import "./page-header.css";
import { usePageTitle } from "./page-title.ts";
import { useShell } from "./shell-context.ts";

export interface PageHeaderProps {
  readonly title: string;
  /** Colour square before the title (projects). */
  readonly colour?: string;
  /** One line beside the title: channels, dates, days to the peak. */
  readonly context?: ReactNode;
  readonly people?: readonly Person[];
  /** The rare rest, behind "…". */
  readonly more?: readonly MenuGroup[];
  /** The one primary button, and at most a segmented switch before it. */
  readonly action?: ReactNode;
  /** Controls right of the title (previous, next, today). */
  readonly controls?: ReactNode;
  /** Tabs of views, below. */
  readonly tabs?: ReactNode;
}

/** Head of a page: what it is, one line of context, people, one primary action; below it the views of the same thing. */
export function PageHeader({
  title,
  colour,
  context,
  people,
  more,
  action,
  controls,
  tabs,
}: PageHeaderProps): ReactElement {
  const t = useMessages(pageTexts);
  const phone = usePhone();
  const { openMenu } = useShell();
  usePageTitle(title);
  return (
    <header className="yt-page-header" data-tabs={tabs !== undefined}>
      <div className="yt-page-header-row">
        {phone && openMenu && (
          <button type="button" className="yt-plain yt-icon-button yt-page-menu" aria-label={t.menu} onClick={openMenu}>
            <RowsIcon />
          </button>
        )}
        {colour !== undefined && (
          <span className="yt-square" style={{ "--yt-square": colour } as CSSProperties} aria-hidden="true" />
        )}
        <h1 className="yt-ellipsis">{title}</h1>
        {controls}
        {context !== undefined && <div className="yt-page-context yt-ellipsis">{context}</div>}
        <div className="yt-page-actions">
          {people && people.length > 0 && !phone && <AvatarStack people={people} />}
          {more && more.some((group) => group.actions.length > 0) && (
            <ActionMenu label={t.more} groups={more} align="end">
              <MoreIcon strokeWidth={1.8} />
            </ActionMenu>
          )}
          {action}
        </div>
      </div>
      {tabs}
    </header>
  );
}
