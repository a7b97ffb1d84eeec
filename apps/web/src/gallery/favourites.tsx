import { useMessages } from "@yutu/i18n";
import { SidebarList } from "@yutu/ui";
import type { ReactElement } from "react";
import { favouriteProjects, galleryTexts } from "./sample.ts";

export default function Favourites(): ReactElement {
  const t = useMessages(galleryTexts);
  return <SidebarList title={t.favourites} items={favouriteProjects} />;
}
