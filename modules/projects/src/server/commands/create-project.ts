import { type Call, invalid } from "@yutu/application";
import { findActiveMember, workspaceFacts } from "@yutu/identity/server";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { chinaCalendar } from "@yutu/scheduling";
import type { z } from "zod";
import type { newProjectSchema } from "../../contract/schemas.ts";
import { layPlan, type ProjectTemplate, projectCreated } from "../../domain/index.ts";
import { todayOf, unknownTemplate } from "../queries/preview-plan.ts";
import { projectMembers, projects } from "../tables.ts";
import { findTemplate } from "../templates.ts";
import { addGoals } from "./manage-goals.ts";

export type NewProject = z.output<typeof newProjectSchema>;

const KEY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A short code such as `promo-7k2m9q`: readable in a link, unique in the workspace. */
const newCampaignKey = (typeKey: string, random: Uint8Array): string =>
  `${typeKey.split("_").at(-1)}-${Array.from(random, (byte) => KEY_ALPHABET[byte % KEY_ALPHABET.length]).join("")}`;

/** Refuses people whom the workspace does not have, naming the place. */
async function checkPeople({ tx }: Call, body: NewProject): Promise<Result<null, Problem>> {
  if (!(await findActiveMember(tx, body.managerId)))
    return invalid("/body/managerId", "unknown", "There is no such active member.");
  for (const [role, memberIds] of Object.entries(body.people)) {
    for (const [i, memberId] of memberIds.entries()) {
      if (!(await findActiveMember(tx, memberId)))
        return invalid(`/body/people/${role}/${i}`, "unknown", "There is no such active member.");
    }
  }
  return ok(null);
}

async function insertPeople({ tx }: Call, projectId: string, body: NewProject): Promise<void> {
  const rows = Object.entries(body.people).flatMap(([roleKey, ids]) =>
    [...new Set(ids)].map((memberId) => ({ id: tx.ids.next("pjm"), projectId, memberId, roleKey })),
  );
  const withManager = rows.some((r) => r.memberId === body.managerId)
    ? rows
    : [...rows, { id: tx.ids.next("pjm"), projectId, memberId: body.managerId, roleKey: "manager" }];
  await tx.db.insert(projectMembers).values(withManager);
}

async function announce(
  { tx }: Call,
  project: { id: string; campaignKey: string; currency: string; plannedOn: string },
  template: ProjectTemplate,
  body: NewProject,
): Promise<void> {
  const { id: projectId, campaignKey, currency, plannedOn } = project;
  const { name, typeKey, anchorDate, channels, totalBudgetMinor, managerId, people, locale } = body;
  const payload = {
    projectId,
    campaignKey,
    name,
    typeKey,
    template,
    anchorDate,
    plannedOn,
    channels,
    currency,
    totalBudgetMinor,
    managerId,
    people: { manager: [managerId], ...people },
    locale,
  };
  await tx.emit(projectCreated, payload, { entity: "project", id: projectId, projectId });
}

/** Makes a project as a draft. Tasks and budget lines follow from the event, laid by the same functions as the preview. */
export async function createProject(
  call: Call,
  body: NewProject,
): Promise<Result<{ id: string; campaignKey: string }, Problem>> {
  const { tx, services } = call;
  const template = await findTemplate(tx, body.typeKey);
  if (!template) return unknownTemplate(body.typeKey);
  const people = await checkPeople(call, body);
  if (!people.ok) return people;
  const today = await todayOf(tx);
  const laid = layPlan(template, { anchorDate: body.anchorDate, today, channels: body.channels }, chinaCalendar());
  if (!laid.ok) return laid;
  const id = tx.ids.next("prj");
  const campaignKey = newCampaignKey(body.typeKey, services.randomBytes(6));
  const currency = body.currency ?? (await workspaceFacts(tx)).currency;
  await tx.db.insert(projects).values({
    id,
    campaignKey,
    name: body.name,
    typeKey: body.typeKey,
    templateVersion: template.version,
    color: template.color,
    status: "draft",
    visibility: body.visibility,
    anchorDate: body.anchorDate,
    startDate: laid.value.start,
    endDate: laid.value.finish,
    currency,
    totalBudgetMinor: body.totalBudgetMinor,
    channels: body.channels,
    tags: body.tags,
    managerId: body.managerId,
    brief: body.brief,
  });
  await insertPeople(call, id, body);
  const goals = await addGoals(tx, id, body.goals);
  if (!goals.ok) return goals;
  await announce(call, { id, campaignKey, currency, plannedOn: today }, template, body);
  return ok({ id, campaignKey });
}
