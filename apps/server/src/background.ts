import { type BackgroundCall, type ServerModule, type Services, startRelay } from "@yutu/application";

/** Runs what follows from events, jobs and schedules in this process. */
export async function startBackground(
  services: Services,
  modules: readonly ServerModule[],
): Promise<() => Promise<void>> {
  for (const { job, handle } of modules.flatMap((m) => m.jobs ?? [])) {
    await services.queue.work(job, async (data, running) => {
      const call: BackgroundCall = {
        workspaceId: running.workspaceId,
        requestId: running.requestId,
        services,
        signal: running.signal,
        withTenant: (fn) =>
          services.database.withTenant(
            {
              workspaceId: running.workspaceId,
              actor: { kind: "system", id: null },
              operation: job.name,
              requestId: running.requestId,
            },
            fn,
          ),
      };
      await handle(call, data as never).catch((error: unknown) => {
        services.log.error({ err: error, job: job.name, jobId: running.id }, "job failed");
        throw error;
      });
    });
  }
  for (const { schedule, handle } of modules.flatMap((m) => m.schedules ?? [])) {
    await services.queue.workSchedule(schedule, (signal) => handle(services, signal));
  }
  const relay = await startRelay(
    services,
    modules.flatMap((m) => m.subscribers ?? []),
  );
  return () => relay.stop();
}
