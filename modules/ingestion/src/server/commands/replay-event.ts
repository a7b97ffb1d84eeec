import { type LongCall, notFound } from "@yutu/application";
import { workspaceFacts } from "@yutu/identity/server";
import { err, isCurrency, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { ingestionProblems } from "../../domain/problems.ts";
import { normaliseMessage } from "../../domain/segment/message.ts";
import { findQuarantineView, resolveRow } from "../repositories/quarantine-repository.ts";
import { collectorOf } from "../spool/event-collector.ts";
import { spooledEvent } from "../spool/spooled-event.ts";

const wrong = (code: string): Result<never, Problem> =>
  err(
    problem(ingestionProblems.rowStillWrong, "Correct the event.", {
      errors: [{ pointer: "/body/cells/0", code, message: code }],
    }),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes a quarantined event in, at the time it first came. Its own id, or the row's, keeps it from counting twice. */
export async function replayEvent(call: LongCall, rowId: string, text: string): Promise<Result<null, Problem>> {
  const { services, actor } = call;
  const loaded = await call.withTenant(async (tx) => ({
    view: await findQuarantineView(tx, rowId),
    currency: (await workspaceFacts(tx)).currency,
  }));
  const view = loaded.view;
  if (!view) return notFound("row");
  if (view.row.state !== "open")
    return err(problem(ingestionProblems.rowResolved, "The event was replayed or discarded before."));
  const receivedAtMs = view.row.createdAt.getTime();
  const outcome = normaliseMessage(parsed(text), { receivedAtMs, batchSentAt: undefined, fallbackMessageId: rowId });
  if (!outcome.ok) return wrong(outcome.code);
  const home = isCurrency(loaded.currency) ? loaded.currency : "CNY";
  await collectorOf(services).add(actor.workspaceId, [
    spooledEvent(outcome.event, { sourceId: view.row.sourceId, receivedAtMs, home }),
  ]);
  await call.withTenant((tx) => resolveRow(tx, rowId, { state: "replayed", corrected: [text], by: actor.memberId }));
  return ok(null);
}
