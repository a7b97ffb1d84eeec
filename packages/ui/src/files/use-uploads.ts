import type { ProblemBody } from "@yutu/contract";
import type { Result } from "@yutu/kernel";
import { useCallback, useRef, useState } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";

export type UploadState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly problem: ProblemBody }
  | { readonly kind: "unfit"; readonly reason: "tooLarge" | "wrongType" };

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
}

export interface UploadControl {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Sends one file; see `sendFile`. */
export type SendOne = (file: File, control: UploadControl) => Promise<Result<unknown, ProblemBody>>;

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  readonly cancel: (id: number) => void;
  readonly retry: (id: number) => void;
  readonly remove: (id: number) => void;
}

const AT_ONCE = 3;

type Put = (id: number, state: UploadState) => void;

interface Queue {
  readonly enqueue: (items: readonly Upload[]) => void;
  readonly cancel: (id: number) => void;
}

/** Sends what is queued, three at a time. */
function useQueue(send: SendOne, put: Put): Queue {
  const aborts = useRef(new Map<number, AbortController>());
  const queue = useRef<Upload[]>([]);
  const running = useRef(0);
  const sendNext = useStableCallback(async (upload: Upload): Promise<void> => {
    const abort = new AbortController();
    aborts.current.set(upload.id, abort);
    put(upload.id, { kind: "sending", share: 0 });
    const onProgress = (share: number): void => put(upload.id, { kind: "sending", share });
    const result = await send(upload.file, { signal: abort.signal, onProgress });
    aborts.current.delete(upload.id);
    put(upload.id, result.ok ? { kind: "done" } : { kind: "refused", problem: result.error });
  });
  const work = useCallback(async (): Promise<void> => {
    running.current += 1;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) await sendNext(next);
    running.current -= 1;
  }, [sendNext]);
  return {
    enqueue: (items) => {
      queue.current.push(...items);
      for (let free = AT_ONCE - running.current; free > 0; free -= 1) void work();
    },
    cancel: (id) => {
      queue.current = queue.current.filter((each) => each.id !== id);
      aborts.current.get(id)?.abort();
    },
  };
}

/** Files on their way, with their progress; cancelled ones and refused ones can be sent again. */
export function useUploads(send: SendOne, unfit: (file: File) => "tooLarge" | "wrongType" | undefined): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const lastId = useRef(0);
  const put = useCallback<Put>((id, state) => {
    setUploads((before) => before.map((each) => (each.id === id ? { ...each, state } : each)));
  }, []);
  const { enqueue, cancel } = useQueue(send, put);
  return {
    uploads,
    cancel,
    add: (files) => {
      const added = files.map((file): Upload => {
        lastId.current += 1;
        const reason = unfit(file);
        return { id: lastId.current, file, state: reason ? { kind: "unfit", reason } : { kind: "waiting" } };
      });
      setUploads((before) => [...before, ...added]);
      enqueue(added.filter((each) => each.state.kind === "waiting"));
    },
    retry: (id) => {
      const upload = uploads.find((each) => each.id === id);
      if (!upload) return;
      put(id, { kind: "waiting" });
      enqueue([upload]);
    },
    remove: (id) => setUploads((before) => before.filter((each) => each.id !== id)),
  };
}
