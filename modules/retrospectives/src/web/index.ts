import { defineWebModule } from "@yutu/ui";
import { retrospectiveProblemTexts } from "./messages.ts";

const permission = "retrospectives.view";
const path = "/projects/$projectId/retrospective";

export const retrospectivesWeb = defineWebModule({
  name: "retrospectives",
  routes: [{ path, load: () => import("./page.tsx"), layout: "project", access: permission }],
  tabs: [{ group: "project", path, label: { zh: "复盘", en: "Retrospective" }, order: 90, permission }],
  problems: retrospectiveProblemTexts,
  records: () => import("./record-messages.ts").then(({ retrospectiveRecords }) => retrospectiveRecords),
});
