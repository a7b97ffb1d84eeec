import { type JobHandler, onJob, type Subscriber, subscribe } from "@yutu/application";
import { projectClosed } from "@yutu/projects/domain";
import { orderWriting, writeJob } from "./commands/order-writing.ts";
import { writeRetrospective } from "./commands/write-retrospective.ts";

export const jobs: readonly JobHandler[] = [
  onJob(writeJob, (call, { projectId }) => writeRetrospective(call, projectId)),
];

export const subscribers: readonly Subscriber[] = [
  subscribe("retrospectives.write-on-closing", projectClosed, ({ tx, services }, { payload }) =>
    orderWriting(tx, services, payload.projectId),
  ),
];
