import { defineModule } from "@yutu/application";
import { operations } from "./operations.ts";

export const insightsModule = defineModule({ name: "insights", operations });
