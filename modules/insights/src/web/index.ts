import { BarChartOutlined } from "@ant-design/icons";
import { defineWebModule } from "@yutu/ui";
import { insightProblemTexts } from "./messages.ts";

const label = { zh: "数据", en: "Data" };
const group = "insights";
const permission = "insights.view";

export const insightsWeb = defineWebModule({
  name: "insights",
  routes: [
    {
      path: "/data",
      load: () => import("./board/page.tsx"),
      access: permission,
      title: { zh: "数据看板", en: "Dashboards" },
    },
    {
      path: "/data/explore",
      load: () => import("./explore/page.tsx"),
      access: permission,
      title: { zh: "探索", en: "Explore" },
    },
    {
      path: "/projects/$projectId/data",
      load: () => import("./project/page.tsx"),
      layout: "project",
      access: permission,
    },
  ],
  tabs: [
    { group: "project", path: "/projects/$projectId/data", label, order: 70, permission },
    { group, path: "/data", label: { zh: "看板", en: "Dashboards" }, order: 10, permission },
    { group, path: "/data/explore", label: { zh: "探索", en: "Explore" }, order: 20, permission },
  ],
  navigation: [{ path: "/data", label, icon: BarChartOutlined, order: 70, phoneOrder: 5, permission, goKey: "d" }],
  commands: [
    {
      key: "insights.explore",
      label: { zh: "探索数据", en: "Explore the data" },
      words: ["tansuo", "zhibiao", "metric"],
      permission,
      run: ({ go }) => go("/data/explore"),
    },
  ],
  problems: insightProblemTexts,
  records: () => import("./record-messages.ts").then(({ insightRecords }) => insightRecords),
});
