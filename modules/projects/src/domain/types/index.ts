import type { ProjectTemplate } from "../template.ts";
import { ECOMMERCE_PROMO } from "./ecommerce-promo.ts";

/** The project types a workspace begins with. */
export const PROJECT_TYPES: readonly ProjectTemplate[] = [ECOMMERCE_PROMO];
