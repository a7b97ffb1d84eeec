import type { Services } from "@yutu/application";
import type { Role } from "../domain/role.ts";
import { insertUser } from "./account-repository.ts";
import { foundWorkspace } from "./commands/create-workspace.ts";
import { hashPassword } from "./secrets.ts";
import { departments, members } from "./tables.ts";

/** The demo's password is public on purpose: it is shown on the sign-in page and opens nothing but the demo. */
export const DEMO_PASSWORD = "yutu-demo-2026";

const DEPARTMENTS = ["市场部", "电商部", "财务部", "门店运营部"] as const;

const PEOPLE: readonly { name: string; mailbox: string; role: Role; department: number | null }[] = [
  { name: "沈若岚", mailbox: "owner", role: "owner", department: null },
  { name: "顾明远", mailbox: "executive", role: "executive", department: null },
  { name: "林晓彤", mailbox: "pm", role: "project_manager", department: 0 },
  { name: "周子航", mailbox: "marketer", role: "marketer", department: 0 },
  { name: "陈嘉怡", mailbox: "designer", role: "marketer", department: 0 },
  { name: "王梓轩", mailbox: "analyst", role: "analyst", department: 1 },
  { name: "李思远", mailbox: "finance", role: "finance", department: 2 },
  { name: "赵一鸣", mailbox: "store", role: "store_staff", department: 3 },
  { name: "何亦舟", mailbox: "admin", role: "admin", department: 1 },
  { name: "方舟", mailbox: "agency", role: "guest", department: null },
];

export interface DemoPerson {
  readonly memberId: string;
  readonly userId: string;
  readonly email: string;
  readonly role: Role;
}

export interface DemoWorkspace {
  readonly workspaceId: string;
  readonly people: readonly DemoPerson[];
}

/** Makes the demo workspace with a person per role. */
export async function createDemoWorkspace(services: Services): Promise<DemoWorkspace> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const userIds = await services.database.withSystem("make the demo", async (tx) => {
    const made: string[] = [];
    for (const { name, mailbox } of PEOPLE)
      made.push(await insertUser(tx, { name, email: `${mailbox}@demo.yutu.local`, passwordHash, demo: true }));
    return made;
  });
  const [owner] = PEOPLE;
  const [ownerId = ""] = userIds;
  const founder = { id: ownerId, name: owner?.name ?? "", email: `${owner?.mailbox}@demo.yutu.local` };
  const workspaceId = await foundWorkspace(services, founder, { name: "青柠旗舰店", demo: true }, "demo");
  const context = {
    workspaceId,
    actor: { kind: "system" as const, id: null },
    operation: "identity.createDemo",
    requestId: "demo",
  };
  const people = await services.database.withTenant(context, async (tx) => {
    const departmentIds = DEPARTMENTS.map(() => tx.ids.next("dep"));
    await tx.db.insert(departments).values(DEPARTMENTS.map((name, i) => ({ id: departmentIds[i] ?? "", name })));
    const rest = PEOPLE.slice(1).map((person, i) => ({
      id: tx.ids.next("mem"),
      userId: userIds[i + 1] ?? "",
      name: person.name,
      email: `${person.mailbox}@demo.yutu.local`,
      role: person.role,
      departmentId: person.department === null ? null : (departmentIds[person.department] ?? null),
      createdAt: new Date(tx.now.getTime() + i + 1),
    }));
    await tx.db.insert(members).values(rest);
    const everybody = await tx.db.select().from(members).orderBy(members.createdAt);
    return everybody.map((m) => ({ memberId: m.id, userId: m.userId, email: m.email, role: m.role as Role }));
  });
  return { workspaceId, people };
}
