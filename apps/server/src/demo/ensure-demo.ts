import type { Implementation, Services } from "@yutu/application";
import { createDemoWorkspace, DEMO_PASSWORD } from "@yutu/identity/server";
import { tellStory } from "./story.ts";

export interface DemoAccess {
  readonly email: string;
  readonly password: string;
}

/** Makes the demo workspace when nobody has an account yet. @returns how to sign in, when there is a demo */
export async function ensureDemo(
  services: Services,
  operations: readonly Implementation[],
  say: (line: string) => void,
): Promise<DemoAccess | undefined> {
  const [found] = await services.database.querySystem<{ people: number; demo: string | null }>(
    "see whether this is the first run",
    "SELECT count(*)::int AS people, min(email) FILTER (WHERE demo AND email LIKE 'pm@%') AS demo FROM system.users",
  );
  if (found && found.people > 0) return found.demo ? { email: found.demo, password: DEMO_PASSWORD } : undefined;
  say("First run: making the demo workspace…");
  const made = await createDemoWorkspace(services);
  await tellStory(services, operations, made, say);
  const person = made.people.find((p) => p.role === "project_manager");
  return person ? { email: person.email, password: DEMO_PASSWORD } : undefined;
}
