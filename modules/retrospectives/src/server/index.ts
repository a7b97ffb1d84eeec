import { defineModule } from "@yutu/application";
import { jobs, subscribers } from "./jobs.ts";
import { operations } from "./operations.ts";

export const retrospectivesModule = defineModule({ name: "retrospectives", operations, subscribers, jobs });
