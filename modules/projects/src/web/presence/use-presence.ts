import type { OperationOutput } from "@yutu/contract";
import { makeId } from "@yutu/kernel";
import { useClient, useOperation } from "@yutu/ui";
import { useEffect, useState } from "react";
import { projects } from "../../contract/index.ts";
import { PRESENCE, PRESENT_EVERY_MS } from "../../domain/presence.ts";

export type Presence = OperationOutput<typeof projects.listPresence>["people"][number];

const newViewId = (): string => makeId("view", Date.now(), crypto.getRandomValues(new Uint8Array(10)));

interface View {
  readonly projectId: string;
  /** The task whose details are open. */
  readonly taskId?: string;
  readonly typing?: boolean;
}

/** Tells the others that this view is open, while the window can be seen and until the component goes. */
export function useAnnounce({ projectId, taskId, typing = false }: View): void {
  const client = useClient();
  const [viewId] = useState(newViewId);
  useEffect(() => {
    const params = { projectId, viewId };
    const say = (): void => {
      if (document.visibilityState !== "visible") return;
      // A refusal or a lost connection needs no words: the view only is not shown to others.
      void client.call(projects.announcePresence, { params, body: { taskId: taskId ?? null, typing } });
    };
    say();
    const timer = setInterval(say, PRESENT_EVERY_MS);
    document.addEventListener("visibilitychange", say);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", say);
    };
  }, [client, projectId, taskId, typing, viewId]);
  useEffect(() => {
    const end = (): void =>
      void client.call(projects.endPresence, { params: { projectId, viewId } }, { outliving: true });
    addEventListener("pagehide", end);
    return () => {
      removeEventListener("pagehide", end);
      end();
    };
  }, [client, projectId, viewId]);
}

/** Who else has the project, or a task of it, on a screen right now. */
export function usePresence(projectId: string): readonly Presence[] {
  const { data } = useOperation(
    projects.listPresence,
    { params: { projectId } },
    // asked again in its own rhythm, since nobody tells when a browser was closed without a word
    { live: [PRESENCE], everyMs: PRESENT_EVERY_MS },
  );
  return data?.people ?? [];
}
