import { useMessages } from "@yutu/i18n";
import { SidebarList, useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { projects } from "../contract/index.ts";
import { projectTexts } from "./messages.ts";

/** The person's favourite projects in the sidebar. */
export default function Favourites(): ReactElement | null {
  const t = useMessages(projectTexts);
  const { data } = useOperation(
    projects.listProjects,
    { query: { favourite: "true", limit: 20 } },
    { live: ["project"] },
  );
  const items = (data?.items ?? []).map(({ id, name, color }) => ({
    key: id,
    label: name,
    to: `/projects/${id}`,
    colour: color,
  }));
  return <SidebarList title={t.favourites} items={items} />;
}
