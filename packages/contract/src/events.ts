import type { z } from "zod";

/** A fact in the past tense, `<module>.<kebab-case>` with a version. Consumers ignore versions they do not know. */
export interface EventDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly version: number;
  readonly schema: Schema;
}

export const defineEvent = <Schema extends z.ZodType>(
  type: string,
  version: number,
  schema: Schema,
): EventDefinition<Schema> => ({
  type,
  version,
  schema,
});

/** What an event is about; live clients refetch the entity. */
export interface EventSubject {
  readonly entity: string;
  readonly id: string;
  /** The project it belongs to, when there is one, so that clients can listen narrowly. */
  readonly projectId?: string;
}
