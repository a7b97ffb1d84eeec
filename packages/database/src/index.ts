export { editableColumns, instant, tenantColumns } from "./columns.ts";
export type { ActorRef, Queries, SystemTx, TenantContext, TenantTx } from "./context.ts";
export { type Database, type DatabaseOptions, openDatabase } from "./database.ts";
export { DataDirectoryInUse, holdDataDirectory } from "./embedded/instance-lock.ts";
export { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/server.ts";
export { DatabaseUnavailable, databaseErrorOf, isConnectionLoss, violatedUnique } from "./errors.ts";
export { ensureDatabase, type Migration, migrate, readMigrations } from "./migrate.ts";
export { LIVE_CHANNEL, type LiveHint, OUTBOX_CHANNEL } from "./outbox.ts";
