import { DatabaseOutlined } from "@ant-design/icons";
import { defineWebModule } from "@yutu/ui";
import { ingestionProblemTexts } from "./messages.ts";

const group = "data-sources";

export const ingestionWeb = defineWebModule({
  name: "ingestion",
  routes: [
    {
      path: "/data/imports",
      load: () => import("./imports/page.tsx"),
      access: "data.view",
      title: { zh: "数据导入", en: "Imports" },
    },
    {
      path: "/data/imports/new",
      load: () => import("./wizard/page.tsx"),
      access: "data.import",
      title: { zh: "导入向导", en: "Import wizard" },
    },
    {
      path: "/data/quarantine",
      load: () => import("./quarantine/page.tsx"),
      access: "data.view",
      title: { zh: "隔离区", en: "Quarantine" },
    },
    {
      path: "/data/links",
      load: () => import("./links/page.tsx"),
      access: "data.view",
      title: { zh: "追踪链接", en: "Links" },
    },
  ],
  tabs: [
    {
      group,
      path: "/data/imports",
      label: { zh: "导入与数据源", en: "Imports and sources" },
      order: 10,
      permission: "data.view",
    },
    { group, path: "/data/quarantine", label: { zh: "隔离区", en: "Quarantine" }, order: 20, permission: "data.view" },
    { group, path: "/data/links", label: { zh: "追踪链接", en: "Tracked links" }, order: 30, permission: "data.view" },
  ],
  navigation: [
    {
      path: "/data/imports",
      also: ["/data/quarantine", "/data/links"],
      label: { zh: "数据源", en: "Data sources" },
      icon: DatabaseOutlined,
      order: 75,
      permission: "data.view",
      goKey: "s",
    },
  ],
  commands: [
    {
      key: "ingestion.import",
      label: { zh: "导入订单或投放数据", en: "Import orders or ad costs" },
      words: ["daoru", "csv", "excel"],
      permission: "data.import",
      run: ({ go }) => go("/data/imports/new"),
    },
  ],
  problems: ingestionProblemTexts,
  records: () => import("./record-messages.ts").then(({ ingestionRecords }) => ingestionRecords),
});
