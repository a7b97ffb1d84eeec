import { type Call, may, notFound } from "@yutu/application";
import { assetProblems } from "@yutu/assets/domain";
import { attachFile, detachFile, filesOf, findReadableFile } from "@yutu/assets/server";
import { listMembersByName } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { attachmentsChanged } from "../../domain/events.ts";
import { taskProblems } from "../../domain/problems.ts";
import { checkOpen, reachTask } from "../access.ts";
import { personOf } from "../presenters.ts";

type Done = Result<Record<string, never>, Problem>;

const tell = (call: Call, task: { id: string; projectId: string }, fileId: string, added: boolean): Promise<void> =>
  call.tx.emit(
    attachmentsChanged,
    { taskId: task.id, projectId: task.projectId, fileId, added },
    { entity: "task", id: task.id, projectId: task.projectId },
  );

export async function listAttachments(call: Call, taskId: string) {
  const reached = await reachTask(call, taskId);
  if (!reached.ok) return reached;
  const names = await listMembersByName(call.tx);
  const open = checkOpen(reached.value.project).ok;
  return ok({
    attachments: (await filesOf(call.tx, "task", [taskId])).map(({ file }) => ({
      fileId: file.id,
      name: file.name,
      contentType: file.contentType,
      kind: file.kind,
      sizeBytes: file.sizeBytes,
      width: file.width,
      height: file.height,
      uploadedBy: personOf(names, file.uploadedBy),
      createdAt: file.createdAt.toISOString(),
      removable: open && (file.uploadedBy === call.actor.memberId || may(call.actor, "tasks.edit")),
    })),
  });
}

/** Hangs a file on a task; only one that the caller uploaded or can see. */
export async function addAttachment(call: Call, taskId: string, fileId: string): Promise<Done> {
  const reached = await reachTask(call, taskId);
  if (!reached.ok) return reached;
  const { task, project } = reached.value;
  const open = checkOpen(project);
  if (!open.ok) return open;
  const file = await findReadableFile(call.tx, call.actor, fileId);
  if (!file)
    return err(
      problem(assetProblems.unknownFile, "Upload the file first.", {
        errors: [{ pointer: "/body/fileId", code: "unknown", message: "unknown" }],
      }),
    );
  const target = { entity: "task", id: task.id, projectId: project.id, permission: "tasks.view" };
  await attachFile(call.tx, fileId, target);
  await tell(call, task, fileId, true);
  return ok({});
}

export async function removeAttachment(call: Call, taskId: string, fileId: string): Promise<Done> {
  const reached = await reachTask(call, taskId);
  if (!reached.ok) return reached;
  const open = checkOpen(reached.value.project);
  if (!open.ok) return open;
  const found = (await filesOf(call.tx, "task", [taskId])).find(({ file }) => file.id === fileId);
  if (!found) return notFound("attachment");
  if (found.file.uploadedBy !== call.actor.memberId && !may(call.actor, "tasks.edit"))
    return err(problem(taskProblems.notAuthor, "Ask who uploaded it."));
  await detachFile(call.tx, fileId, "task", taskId);
  await tell(call, reached.value.task, fileId, false);
  return ok({});
}
