import { useMessages } from "@yutu/i18n";
import { SidebarIcon, useShortcut } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";
import { AccountMenu } from "./account-menu.tsx";
import { CreateMenu } from "./create-menu.tsx";
import { Destinations } from "./destinations.tsx";
import { SearchButton } from "./search-button.tsx";
import "./sidebar.css";
import { SidebarSections } from "./sidebar-sections.tsx";
import { toggleSidebar, useSlimSidebar } from "./sidebar-store.ts";
import { WorkspaceSwitch } from "./workspace-switch.tsx";

interface SidebarProps {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

export function Sidebar({ onSearch, onHelp }: SidebarProps): ReactElement {
  const t = useMessages(shellTexts);
  const slim = useSlimSidebar();
  const toggleText = slim ? t.expand : t.collapse;
  useShortcut({ keys: "[", label: toggleText, run: toggleSidebar });
  return (
    <div className="sh-sidebar" data-slim={slim}>
      <header className="sh-sidebar-head">
        <WorkspaceSwitch slim={slim} />
        {!slim && <CreateMenu />}
      </header>
      <SearchButton onOpen={onSearch} slim={slim} />
      <div className="sh-sidebar-scroll">
        <Destinations slim={slim} />
        {!slim && <SidebarSections />}
      </div>
      <div className="sh-sidebar-foot">
        <AccountMenu onHelp={onHelp} slim={slim} />
        <button
          type="button"
          className="yt-plain yt-icon-button"
          aria-label={toggleText}
          title={toggleText}
          onClick={toggleSidebar}
        >
          <SidebarIcon />
        </button>
      </div>
    </div>
  );
}
