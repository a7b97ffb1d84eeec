import type { Section } from "./document.ts";
import { budgetParts, channelParts, goalParts, type Writing } from "./money-tables.ts";
import type { SectionPart } from "./section-parts.ts";
import { approvalParts, assetParts, scheduleParts } from "./work-tables.ts";

/** Charts and tables of one section, the same on the page, in Markdown and in Word; none where nothing was recorded. */
export function sectionTables(section: Section, writing: Writing): SectionPart[] {
  switch (section) {
    case "budget":
      return budgetParts(writing);
    case "goals":
      return goalParts(writing);
    case "schedule":
      return scheduleParts(writing);
    case "approvals":
      return approvalParts(writing);
    case "channels":
      return channelParts(writing);
    case "assets":
      return assetParts(writing);
  }
}
