import { type Call, checkVersion, notFound } from "@yutu/application";
import { err, ok, type Problem, type ProblemField, problem, type Result } from "@yutu/kernel";
import { findVisibleProject } from "@yutu/projects/server";
import { eq, sql } from "drizzle-orm";
import { linkChanged } from "../../domain/events.ts";
import { makeLinkCode } from "../../domain/links/link-code.ts";
import { checkUtm, taggedUrl, type UtmDictionary, type UtmParameters } from "../../domain/links/utm.ts";
import { ingestionProblems } from "../../domain/problems.ts";
import { isChannel } from "../../domain/rows/channel-name.ts";
import { dictionaryOf, findLink, type LinkRow, saveDictionary } from "../repositories/link-repository.ts";
import { trackedLinks } from "../tables.ts";

export interface NewLink {
  readonly name: string;
  readonly targetUrl: string;
  readonly projectId: string;
  readonly channel: string;
  readonly source: string;
  readonly medium: string;
  readonly content: string;
  readonly term: string;
  readonly assetVersionId: string | null;
  readonly taskId: string | null;
}

const badTarget = () =>
  err(problem(ingestionProblems.linkTarget, "Link to an address that begins with http:// or https://."));

function named(parameters: UtmParameters, dictionary: UtmDictionary): Result<null, Problem> {
  const problems = checkUtm(parameters, dictionary);
  if (problems.length === 0) return ok(null);
  const errors: ProblemField[] = problems.map(({ parameter, code }) => ({
    pointer: `/body/${parameter}`,
    code,
    message: `${parameter}: ${code}`,
  }));
  return err(
    problem(ingestionProblems.linkNaming, "Follow the naming rules: lower case, agreed values, nothing personal.", {
      errors,
    }),
  );
}

const announce = ({ tx }: Call, link: Pick<LinkRow, "id" | "code" | "projectId" | "assetVersionId" | "taskId">) =>
  tx.emit(
    linkChanged,
    {
      linkId: link.id,
      code: link.code,
      projectId: link.projectId,
      assetVersionId: link.assetVersionId,
      taskId: link.taskId,
    },
    { entity: "link", id: link.id, projectId: link.projectId },
  );

export async function createLink(call: Call, body: NewLink): Promise<Result<LinkRow, Problem>> {
  const { tx, actor, services } = call;
  const project = await findVisibleProject(tx, actor, body.projectId);
  if (!project) return notFound("project");
  if (!isChannel(body.channel))
    return err(problem(ingestionProblems.unknownChannel, `"${body.channel}" is no channel.`));
  const parameters: UtmParameters = {
    source: body.source,
    medium: body.medium,
    campaign: project.campaignKey,
    content: body.content,
    term: body.term,
  };
  const checked = named(parameters, await dictionaryOf(tx));
  if (!checked.ok) return checked;
  const code = makeLinkCode(services.randomBytes(14));
  const tagged = taggedUrl(body.targetUrl, parameters, code);
  if (tagged === null) return badTarget();
  const [link] = await tx.db
    .insert(trackedLinks)
    .values({
      id: tx.ids.next("lnk"),
      code,
      name: body.name,
      targetUrl: body.targetUrl,
      taggedUrl: tagged,
      projectId: project.id,
      campaignKey: project.campaignKey,
      channel: body.channel,
      utmSource: body.source,
      utmMedium: body.medium,
      utmContent: body.content,
      utmTerm: body.term,
      assetVersionId: body.assetVersionId,
      taskId: body.taskId,
      createdBy: actor.memberId,
      createdAt: tx.now,
    })
    .returning();
  if (!link) throw new Error("the link was not stored");
  await announce(call, link);
  return ok(link);
}

export interface LinkChange {
  readonly name?: string | undefined;
  readonly targetUrl?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly expectedVersion?: number | undefined;
}

export async function changeLink(call: Call, linkId: string, change: LinkChange): Promise<Result<LinkRow, Problem>> {
  const { tx, actor } = call;
  const link = await findLink(tx, linkId);
  if (!link || !(await findVisibleProject(tx, actor, link.projectId))) return notFound("link");
  const version = checkVersion(link.version, change.expectedVersion);
  if (!version.ok) return version;
  const targetUrl = change.targetUrl ?? link.targetUrl;
  const parameters = {
    source: link.utmSource,
    medium: link.utmMedium,
    campaign: link.campaignKey,
    content: link.utmContent,
    term: link.utmTerm,
  };
  const tagged = taggedUrl(targetUrl, parameters, link.code);
  if (tagged === null) return badTarget();
  const disabledAt =
    change.disabled === undefined ? link.disabledAt : change.disabled ? (link.disabledAt ?? tx.now) : null;
  const [changed] = await tx.db
    .update(trackedLinks)
    .set({
      name: change.name ?? link.name,
      targetUrl,
      taggedUrl: tagged,
      disabledAt,
      updatedAt: tx.now,
      version: sql`${trackedLinks.version} + 1`,
    })
    .where(eq(trackedLinks.id, linkId))
    .returning();
  if (!changed) throw new Error("the link was not stored");
  await announce(call, changed);
  return ok(changed);
}

const VALUE = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;

/** Agrees on values; each must itself follow the naming rules. */
export async function changeDictionary(
  { tx }: Call,
  dictionary: UtmDictionary,
): Promise<Result<UtmDictionary, Problem>> {
  const all = [...dictionary.sources, ...dictionary.mediums];
  const wrong = all.find((value) => value !== value.toLowerCase() || !VALUE.test(value));
  if (wrong !== undefined)
    return err(
      problem(ingestionProblems.linkNaming, `"${wrong}" breaks a rule: lower case letters, digits and . _ - only.`),
    );
  const tidy = { sources: [...new Set(dictionary.sources)], mediums: [...new Set(dictionary.mediums)] };
  await saveDictionary(tx, tidy);
  return ok(tidy);
}
