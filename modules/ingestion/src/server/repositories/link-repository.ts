import type { TenantTx } from "@yutu/database";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { DEFAULT_DICTIONARY, type UtmDictionary } from "../../domain/links/utm.ts";
import { trackedLinks, utmDictionaries } from "../tables.ts";

export type LinkRow = typeof trackedLinks.$inferSelect;

export interface LinkFilter {
  /** Of whose projects. */
  readonly scope: SQL;
  readonly projectId?: string | undefined;
  readonly channel?: string | undefined;
  readonly text?: string | undefined;
  readonly after?: readonly [string, string] | undefined;
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Newest first; one more than `limit`. */
export function listLinkRows(tx: TenantTx, filter: LinkFilter, limit: number): Promise<LinkRow[]> {
  const conditions: SQL[] = [filter.scope];
  if (filter.projectId !== undefined) conditions.push(eq(trackedLinks.projectId, filter.projectId));
  if (filter.channel !== undefined) conditions.push(eq(trackedLinks.channel, filter.channel));
  if (filter.text)
    conditions.push(
      sql`(${trackedLinks.name} ILIKE ${like(filter.text)} OR ${trackedLinks.utmContent} ILIKE ${like(filter.text)} OR ${trackedLinks.code} = ${filter.text})`,
    );
  if (filter.after !== undefined)
    conditions.push(
      sql`(${trackedLinks.createdAt}, ${trackedLinks.id}) < (${filter.after[0]}::timestamptz, ${filter.after[1]})`,
    );
  return tx.db
    .select()
    .from(trackedLinks)
    .where(and(...conditions))
    .orderBy(desc(trackedLinks.createdAt), desc(trackedLinks.id))
    .limit(limit + 1);
}

export async function findLink(tx: TenantTx, linkId: string): Promise<LinkRow | undefined> {
  const [row] = await tx.db.select().from(trackedLinks).where(eq(trackedLinks.id, linkId));
  return row;
}

/** Links by their codes, for joining events and rows to what they belong to. */
export async function linksByCode(tx: TenantTx, codes: readonly string[]): Promise<ReadonlyMap<string, LinkRow>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.db
    .select()
    .from(trackedLinks)
    .where(inArray(trackedLinks.code, [...codes]));
  return new Map(rows.map((row) => [row.code, row]));
}

export async function dictionaryOf(tx: TenantTx): Promise<UtmDictionary> {
  const [row] = await tx.db.select().from(utmDictionaries);
  return row ? { sources: row.sources, mediums: row.mediums } : DEFAULT_DICTIONARY;
}

export async function saveDictionary(tx: TenantTx, { sources, mediums }: UtmDictionary): Promise<void> {
  const set = { sources: [...sources], mediums: [...mediums] };
  await tx.db
    .insert(utmDictionaries)
    .values({ id: tx.ids.next("utm"), ...set })
    .onConflictDoUpdate({
      target: [utmDictionaries.workspaceId],
      set: { ...set, updatedAt: tx.now, version: sql`${utmDictionaries.version} + 1` },
    });
}
