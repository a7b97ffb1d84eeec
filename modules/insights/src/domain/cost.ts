import { type Metric, measuresOf } from "@yutu/metrics/domain";

/** Whether a metric lets its reader work out what media cost; such a figure needs the right to see money. */
export const showsCost = (metric: Metric): boolean => measuresOf(metric).includes("adSpend");
