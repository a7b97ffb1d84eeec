const latest = new Map<string, Promise<unknown>>();

/**
 * Runs changes of the same tasks one after the other, as they were asked for: two requests on their way at once may
 * arrive in the other order, and a change would then outlive the undo that followed it.
 */
export function inTurn<Answer>(taskIds: readonly string[], work: () => Promise<Answer>): Promise<Answer> {
  const before = taskIds.flatMap((id) => latest.get(id) ?? []);
  const run = Promise.allSettled(before).then(work);
  const done = run.then(
    () => undefined,
    () => undefined,
  );
  for (const id of taskIds) latest.set(id, done);
  void done.then(() => {
    for (const id of taskIds) if (latest.get(id) === done) latest.delete(id);
  });
  return run;
}
