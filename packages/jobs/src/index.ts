export {
  defineJob,
  defineSchedule,
  type JobDefinition,
  type JobEnvelope,
  type ScheduleDefinition,
} from "./definition.ts";
export {
  type EnqueueOptions,
  installQueue,
  openQueue,
  type Queue,
  type QueueOptions,
  type RunningJob,
} from "./queue.ts";
