import { defineOperation } from "@yutu/contract";
import { z } from "zod";
import { DIMENSIONS } from "../domain/metric.ts";

const text = z.object({ zh: z.string(), en: z.string() });

export const metricSchema = z.object({
  id: z.string(),
  name: text,
  definition: text,
  unit: z.enum(["money", "count", "ratio", "decimal"]),
  direction: z.enum(["up", "down"]),
  sources: z.array(z.enum(["order_lines", "ad_facts", "events"])),
  dimensions: z.array(z.enum(DIMENSIONS)),
  version: z.int(),
});

export const listMetrics = defineOperation({
  id: "metrics.listMetrics",
  method: "GET",
  path: "/metrics",
  summary: "The metric catalogue: what each figure means, where it comes from and how it can be split.",
  access: "projects.view",
  output: z.object({ metrics: z.array(metricSchema) }),
});
