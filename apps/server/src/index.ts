export { type Application, type ApplicationOptions, createApplication } from "./application.ts";
export { tellStory } from "./demo/story.ts";
export { migrateDatabase } from "./engines/postgres.ts";
export { API_PREFIX } from "./http/app.ts";
export { modules } from "./modules.ts";
export { createSecretBox } from "./services/secret-box.ts";
