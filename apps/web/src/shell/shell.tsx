import { Outlet } from "@tanstack/react-router";
import { useMessages } from "@yutu/i18n";
import { Sheet, ShellContext, ToastRegion, useLive, usePhone, useSession, useShortcut } from "@yutu/ui";
import { lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { Library } from "../library.tsx";
import { shellTexts } from "../messages.ts";
import { Notices } from "../offline/notices.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { Destinations } from "./destinations.tsx";
import { GoKeys } from "./go-keys.tsx";
import { SearchButton } from "./search-button.tsx";
import "./shell.css";
import { Sidebar } from "./sidebar.tsx";
import { SidebarSections } from "./sidebar-sections.tsx";
import { WorkspaceSwitch } from "./workspace-switch.tsx";

const Palette = lazy(() => import("../palette/palette.tsx"));
const ShortcutHelp = lazy(() => import("./shortcut-help.ts"));

type Overlay = "palette" | "help" | "menu" | undefined;

/** Paper sidebar and the white sheet beside it; on phones a bottom bar and the page alone. */
export function Shell(): ReactElement {
  const t = useMessages(shellTexts);
  const phone = usePhone();
  const signedIn = useSession() !== undefined;
  const [overlay, setOverlay] = useState<Overlay>();
  const live = useLive("/api/v1/live", signedIn);
  const controls = useMemo(() => ({ openMenu: () => setOverlay("menu") }), []);
  const openPalette = (): void => setOverlay("palette");
  const close = (): void => setOverlay(undefined);
  useShortcut({ keys: "mod+k", label: t.search, inFields: true, run: openPalette });
  useShortcut({ keys: "?", label: t.shortcuts, run: () => setOverlay("help") });
  if (!signedIn) return <Outlet />;
  return (
    <ShellContext value={controls}>
      <div className="sh-frame" data-phone={phone}>
        <a className="sh-skip" href="#main">
          {t.skip}
        </a>
        {!phone && <Sidebar onSearch={openPalette} onHelp={() => setOverlay("help")} />}
        <main id="main" className="sh-sheet" tabIndex={-1}>
          <Notices live={live} />
          <Outlet />
        </main>
        {phone && <BottomBar />}
      </div>
      <GoKeys />
      <Sheet open={phone && overlay === "menu"} onClose={close} title={t.menu}>
        <div className="sh-menu-sheet">
          <WorkspaceSwitch />
          <SearchButton onOpen={openPalette} />
          <Destinations onGo={close} />
          <SidebarSections />
          <AccountMenu onHelp={() => setOverlay("help")} />
        </div>
      </Sheet>
      <Suspense>{overlay === "palette" && <Palette onClose={close} />}</Suspense>
      {overlay === "help" && (
        <Library>
          <ShortcutHelp onClose={close} />
        </Library>
      )}
      <ToastRegion />
    </ShellContext>
  );
}
