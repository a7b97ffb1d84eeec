import type { Services } from "@yutu/application";
import { EngineAway } from "../imports/import-run.ts";
import { SPOOL_CHANNEL } from "./event-collector.ts";
import { drainSpool } from "./spool-writer.ts";

/** Events come in crowds: a moment later there are more to send together. */
const GATHER_MS = 150;
/** Without a call the spool is looked at so often, for calls that were lost. */
const LOOK_EVERY_MS = 2_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Keeps the spool empty as long as the process runs. The returned function stops it after the batch in hand. */
export async function startSpoolWorker(services: Services): Promise<() => Promise<void>> {
  let isStopped = false;
  let isCalled = false;
  let answerCall: () => void = () => undefined;
  const call = (): void => {
    isCalled = true;
    answerCall();
  };
  const called = async (): Promise<void> => {
    if (!isCalled) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        answerCall = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    isCalled = false;
  };
  const unlisten = await services.database.listen(SPOOL_CHANNEL, call);

  async function once(): Promise<void> {
    try {
      if (await drainSpool(services)) return;
      await called();
      if (!isStopped) await sleep(GATHER_MS);
    } catch (error) {
      if (!(error instanceof EngineAway)) services.log.warn({ err: error }, "events wait: they could not be written");
      if (!isStopped) await sleep(LOOK_EVERY_MS);
    }
  }

  const running = (async () => {
    while (!isStopped) await once();
  })();
  return async () => {
    isStopped = true;
    call();
    await unlisten();
    await running;
  };
}
