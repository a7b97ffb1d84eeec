import type { Call } from "@yutu/application";
import { workspaceFacts } from "@yutu/identity/server";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { chinaCalendar } from "@yutu/scheduling";
import type { z } from "zod";
import type { newProjectSchema } from "../../contract/schemas.ts";
import { layPlan, type ProjectTemplate, projectCreated } from "../../domain/index.ts";
import { todayOf, unknownTemplate } from "../queries/preview-plan.ts";
import { projects } from "../tables.ts";
import { findTemplate } from "../templates.ts";
import { addGoals } from "./manage-goals.ts";
import { checkPeople, writePeople } from "./update-project.ts";

export type NewProject = z.output<typeof newProjectSchema>;

const KEY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A short code such as `promo-7k2m9q`: readable in a link, unique in the workspace. */
const newCampaignKey = (typeKey: string, random: Uint8Array): string =>
  `${typeKey.split("_").at(-1)}-${Array.from(random, (byte) => KEY_ALPHABET[byte % KEY_ALPHABET.length]).join("")}`;

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
  await writePeople(call, id, body.managerId, body.people);
  const goals = await addGoals(tx, id, body.goals);
  if (!goals.ok) return goals;
  await announce(call, { id, campaignKey, currency, plannedOn: today }, template, body);
  return ok({ id, campaignKey });
}
