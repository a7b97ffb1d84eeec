import { useMessages } from "@yutu/i18n";
import { GroupTabs, PageHeader, useSession } from "@yutu/ui";
import type { ReactElement, ReactNode } from "react";
import { settingsTexts } from "./messages.ts";
import "./settings.css";

function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useMessages(settingsTexts);
  return (
    <>
      <PageHeader title={t.title} tabs={<GroupTabs group="settings" />} />
      {children}
    </>
  );
}

/** The frame of all settings; which tabs there are depends on the role. */
export default function SettingsFrame({ children }: { readonly children: ReactNode }): ReactNode {
  return useSession() ? <Frame>{children}</Frame> : children;
}
