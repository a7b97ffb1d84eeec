import type { Records, ValueWords } from "@yutu/i18n";
import { boardTexts } from "./board/messages.ts";

const readers: ValueWords = { zh: boardTexts.zh.readers, en: boardTexts.en.readers };

/** What the records of dashboards are called. */
export const insightRecords: Records = {
  dashboards: {
    name: ["看板", "Dashboard"],
    columns: { reader: ["读者", "Reader", readers], tiles: ["图表", "Tiles"] },
  },
};
