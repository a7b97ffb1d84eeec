import { defineWebModule } from "@yutu/ui";
import { retrospectiveProblemTexts } from "./messages.ts";

const permission = "retrospectives.view";

export const retrospectivesWeb = defineWebModule({
  name: "retrospectives",
  routes: [
    {
      path: "/projects/$projectId/retrospective",
      load: () => import("./page.tsx"),
      layout: "project",
      access: permission,
    },
  ],
  tabs: [
    {
      group: "project",
      path: "/projects/$projectId/retrospective",
      label: { zh: "复盘", en: "Retrospective" },
      order: 90,
      permission,
    },
  ],
  problems: retrospectiveProblemTexts,
  records: () => import("./record-messages.ts").then(({ retrospectiveRecords }) => retrospectiveRecords),
});
