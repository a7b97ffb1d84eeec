import { type Call, checkVersion, forbidden, may, notFound } from "@yutu/application";
import { violatedUnique } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import { sourceChanged } from "../../domain/events.ts";
import { ingestionProblems } from "../../domain/problems.ts";
import { isChannel } from "../../domain/rows/channel-name.ts";
import { findSource, type SourceRow } from "../repositories/source-repository.ts";
import { sources } from "../tables.ts";

type Saved = Promise<Result<string, Problem>>;

const newWriteKey = (random: Uint8Array): string => `wk_${Buffer.from(random).toString("base64url")}`;
const unknownChannel = (channel: string) =>
  err(problem(ingestionProblems.unknownChannel, `"${channel}" is no channel. Choose one of the list.`));

async function uniquely(name: string, save: () => Promise<unknown>): Promise<Result<null, Problem>> {
  try {
    await save();
    return ok(null);
  } catch (error) {
    if (violatedUnique(error) === undefined) throw error;
    return err(problem(ingestionProblems.sourceNameTaken, `There is a source called "${name}". Choose another name.`));
  }
}

export async function createSource(
  { tx, actor, services }: Call,
  body: { name: string; kind: SourceRow["kind"]; channel: string },
): Saved {
  if (body.kind === "events" && !may(actor, "data.manage"))
    return forbidden("Only those who manage data may open a door for events.");
  if (!isChannel(body.channel)) return unknownChannel(body.channel);
  const id = tx.ids.next("src");
  const writeKey = body.kind === "events" ? newWriteKey(services.randomBytes(18)) : null;
  const saved = await uniquely(body.name, () =>
    tx.db.insert(sources).values({ id, ...body, writeKey, createdBy: actor.memberId, createdAt: tx.now }),
  );
  if (!saved.ok) return saved;
  await tx.emit(sourceChanged, { sourceId: id }, { entity: "source", id });
  return ok(id);
}

export interface SourceChange {
  readonly name?: string | undefined;
  readonly channel?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly expectedVersion?: number | undefined;
}

export async function changeSource({ tx }: Call, sourceId: string, change: SourceChange): Saved {
  const source = await findSource(tx, sourceId);
  if (!source) return notFound("source");
  const version = checkVersion(source.version, change.expectedVersion);
  if (!version.ok) return version;
  if (change.channel !== undefined && !isChannel(change.channel)) return unknownChannel(change.channel);
  const disabledAt =
    change.disabled === undefined ? source.disabledAt : change.disabled ? (source.disabledAt ?? tx.now) : null;
  const set = {
    name: change.name ?? source.name,
    channel: change.channel ?? source.channel,
    disabledAt,
    updatedAt: tx.now,
    version: sql`${sources.version} + 1`,
  };
  const saved = await uniquely(set.name, () => tx.db.update(sources).set(set).where(eq(sources.id, sourceId)));
  if (!saved.ok) return saved;
  await tx.emit(sourceChanged, { sourceId }, { entity: "source", id: sourceId });
  return ok(sourceId);
}

export async function renewWriteKey({ tx, services }: Call, sourceId: string): Saved {
  const source = await findSource(tx, sourceId);
  if (!source) return notFound("source");
  if (source.kind !== "events")
    return err(problem(ingestionProblems.sourceKind, "Only event sources have a write key."));
  await tx.db
    .update(sources)
    .set({ writeKey: newWriteKey(services.randomBytes(18)), updatedAt: tx.now, version: sql`${sources.version} + 1` })
    .where(eq(sources.id, sourceId));
  await tx.emit(sourceChanged, { sourceId }, { entity: "source", id: sourceId });
  return ok(sourceId);
}
