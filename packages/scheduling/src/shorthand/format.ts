import type { Lag } from "../network/model.ts";
import type { PredecessorRef } from "./predecessor.ts";

function formatLag(lag: Lag | undefined): string {
  if (lag === undefined) return "";
  const amount = lag.kind === "percent" ? lag.percent : lag.days;
  if (amount === 0) return "";
  const unit = lag.kind === "working-days" ? "d" : lag.kind === "calendar-days" ? "cd" : "%";
  return `${amount > 0 ? "+" : "-"}${Math.abs(amount)}${unit}`;
}

/** The shortest text that `parsePredecessors` reads back as the same predecessor. */
export function formatPredecessor({ ref, project, type, lag, enforced }: PredecessorRef): string {
  const name = project === undefined ? ref : `${project}:${ref}`;
  const wait = formatLag(lag);
  if (type === "FS" && wait === "" && enforced !== true) return name;
  const space = /\d$/.test(name) ? "" : " ";
  return `${name}${space}${type}${enforced === true ? "e" : ""}${wait}`;
}

export const formatPredecessors = (refs: readonly PredecessorRef[]): string => refs.map(formatPredecessor).join(", ");
