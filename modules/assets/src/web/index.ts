import { PictureOutlined } from "@ant-design/icons";
import { defineWebModule } from "@yutu/ui";
import { assetProblemTexts } from "./messages.ts";
import { searchAssets } from "./search.ts";

export const assetsWeb = defineWebModule({
  name: "assets",
  routes: [
    {
      path: "/assets",
      load: () => import("./library/page.tsx"),
      access: "assets.view",
      title: { zh: "素材库", en: "Assets" },
    },
    {
      path: "/projects/$projectId/assets",
      load: () => import("./library/project-page.tsx"),
      layout: "project",
      access: "assets.view",
    },
  ],
  tabs: [
    {
      group: "project",
      path: "/projects/$projectId/assets",
      label: { zh: "素材", en: "Assets" },
      order: 60,
      permission: "assets.view",
    },
  ],
  navigation: [
    {
      path: "/assets",
      label: { zh: "素材库", en: "Assets" },
      icon: PictureOutlined,
      order: 50,
      permission: "assets.view",
      goKey: "m",
    },
  ],
  searches: [{ key: "assets", label: { zh: "素材", en: "Assets" }, search: searchAssets }],
  problems: assetProblemTexts,
  records: () => import("./record-messages.ts").then(({ assetRecords }) => assetRecords),
});
