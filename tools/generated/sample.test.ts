import { calendarDateSchema, idSchema, pageQuerySchema } from "@yutu/contract";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sampleOf } from "./sample.ts";

const idFor = (prefix: string) => `${prefix}_${"0".repeat(26)}`;

describe("sampleOf", () => {
  it.each([
    z.object({ name: z.string().trim().min(3).max(10), amountMinor: z.int().min(1), date: calendarDateSchema }),
    z.object({ lines: z.array(z.object({ kind: z.enum(["a", "b"]), share: z.number().gt(0).max(1) })).min(2) }),
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("x"), at: z.iso.datetime() }),
      z.object({ kind: z.literal("y") }),
    ]),
    z.object({ colour: z.string().regex(/^#[0-9a-f]{6}$/), mail: z.email(), parent: z.string().nullable() }),
    z.record(z.string(), z.number()),
    pageQuerySchema,
  ])("is accepted by its schema (%#)", (schema) => {
    expect(schema.safeParse(sampleOf(schema, idFor)).success).toBe(true);
  });
  it("names things that exist, also where that is optional", () => {
    const schema = z.object({
      projectId: idSchema("prj").optional(),
      taskIds: z.array(idSchema("tsk")),
      note: z.string().optional(),
    });
    expect(sampleOf(schema, idFor)).toEqual({ projectId: idFor("prj"), taskIds: [idFor("tsk")] });
  });
  it("says when it finds nothing", () => {
    expect(
      sampleOf(
        z.string().refine((value) => value === "the only one"),
        idFor,
      ),
    ).toBeUndefined();
  });
});
