import { type Call, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findVisibleProject } from "@yutu/projects/server";
import type { FileLayout } from "../../contract/schemas.ts";
import { missingFields } from "../../domain/mapping/fields.ts";
import { ingestionProblems } from "../../domain/problems.ts";
import { isChannel } from "../../domain/rows/channel-name.ts";
import type { RowSettings } from "../../domain/rows/settings.ts";
import { isTimeZone } from "../../domain/values/time-zone.ts";
import { moveImportJob } from "../imports/import-job.ts";
import { findFile, nextFactVersion } from "../repositories/import-repository.ts";
import { findSource } from "../repositories/source-repository.ts";
import { imports } from "../tables.ts";

export interface NewImport {
  readonly fileId: string;
  readonly sourceId: string;
  readonly projectId: string | null;
  readonly presetKey: string;
  readonly layout: FileLayout;
  readonly settings: RowSettings;
}

/** Whether rows can be read with these settings at all. */
export function checkSettings(settings: RowSettings): Result<null, Problem> {
  const missing = missingFields(settings.kind, settings.columns);
  if (missing.length > 0) {
    const errors = missing.map((group) => ({
      pointer: `/body/settings/columns/${group[0]}`,
      code: "required",
      message: `choose a column for ${group.join(" or ")}`,
    }));
    return err(problem(ingestionProblems.mappingIncomplete, "Choose a column for each required field.", { errors }));
  }
  if (!isTimeZone(settings.timeZone))
    return err(problem(ingestionProblems.unknownTimeZone, `"${settings.timeZone}" is no IANA time zone.`));
  if (!isChannel(settings.channel))
    return err(problem(ingestionProblems.unknownChannel, `"${settings.channel}" is no channel.`));
  return ok(null);
}

/** Records an import and calls for its dry run. */
export async function createImport(call: Call, body: NewImport): Promise<Result<string, Problem>> {
  const { tx, actor, services } = call;
  const settled = checkSettings(body.settings);
  if (!settled.ok) return settled;
  const [file, source] = [await findFile(tx, body.fileId), await findSource(tx, body.sourceId)];
  if (!file) return notFound("file");
  if (!source) return notFound("source");
  if (source.kind !== "file")
    return err(problem(ingestionProblems.sourceKind, "Files are imported into a file source."));
  if (source.disabledAt !== null) return err(problem(ingestionProblems.sourceDisabled, "Switch the source on first."));
  if (body.projectId !== null && !(await findVisibleProject(tx, actor, body.projectId))) return notFound("project");
  if ((file.format === "xlsx") !== (body.layout.format === "xlsx"))
    return err(problem(ingestionProblems.unreadableFile, "The layout does not fit the file."));
  const id = tx.ids.next("imp");
  await tx.db.insert(imports).values({
    id,
    sourceId: source.id,
    fileId: file.id,
    projectId: body.projectId,
    kind: body.settings.kind,
    state: "checking",
    layout: body.layout,
    settings: body.settings,
    presetKey: body.presetKey,
    factVersion: await nextFactVersion(tx),
    bytesTotal: file.sizeBytes,
    createdBy: actor.memberId,
    createdAt: tx.now,
  });
  await services.queue.enqueue(tx, moveImportJob, { importId: id });
  return ok(id);
}
