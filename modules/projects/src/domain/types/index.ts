import type { ProjectTemplate } from "../template.ts";
import { BRAND_CAMPAIGN } from "./brand-campaign.ts";
import { CONTENT_SEEDING } from "./content-seeding.ts";
import { CUSTOM } from "./custom.ts";
import { ECOMMERCE_PROMO } from "./ecommerce-promo.ts";
import { MEMBER_OPERATION } from "./member-operation.ts";
import { NEW_PRODUCT } from "./new-product.ts";
import { OFFLINE_EVENT } from "./offline-event.ts";

/** The project types a workspace begins with. */
export const PROJECT_TYPES: readonly ProjectTemplate[] = [
  ECOMMERCE_PROMO,
  BRAND_CAMPAIGN,
  OFFLINE_EVENT,
  CONTENT_SEEDING,
  MEMBER_OPERATION,
  NEW_PRODUCT,
  CUSTOM,
];
