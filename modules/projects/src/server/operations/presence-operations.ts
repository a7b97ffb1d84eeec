import { type Implementation, implement } from "@yutu/application";
import { projects } from "../../contract/index.ts";
import { announce, leave, others } from "../presence.ts";

export const presenceOperations: readonly Implementation[] = [
  implement(projects.listPresence, (call, { params }) => others(call, params.projectId)),
  implement(projects.announcePresence, (call, { params, body }) => announce(call, params, body)),
  implement(projects.endPresence, (call, { params }) => leave(call, params)),
];
