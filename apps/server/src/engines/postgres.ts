import path from "node:path";
import { migrate, readMigrations } from "@yutu/database";
import { installQueue } from "@yutu/jobs";
import pg from "pg";

/**
 * Applies the SQL migrations and installs the job tables.
 * @param wanted leaves out migrations, to bring a database to where an older one was
 * @returns names of the migrations applied now
 */
export async function migrateDatabase(
  connection: pg.ClientConfig,
  root: string,
  wanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const all = await readMigrations(path.join(root, "database", "postgres"));
  const applied = await migrate(
    connection,
    all.filter(({ name }) => wanted(name)),
  );
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(7268002)");
    await installQueue(connection, (text) => client.query(text));
  } finally {
    await client.end();
  }
  return applied;
}
