import { defineModule } from "@yutu/application";
import { operations } from "./operations.ts";
import { subscribers } from "./subscribers.ts";

export const notificationsModule = defineModule({ name: "notifications", operations, subscribers });
