import { useSyncExternalStore } from "react";

const CHECK_MS = 30 * 60_000;

let offer: (() => void) | undefined;
let asked = false;
const listeners = new Set<() => void>();

function publish(next: () => void): void {
  offer = next;
  for (const listener of listeners) listener();
}

function accept(): void {
  asked = true;
  offer?.();
}

const reload = (): void => window.location.reload();

/** Offers to reload once a new version is there, whether it waits or another tab has let it in. */
function follow(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  let hasVersion = serviceWorker.controller !== null;
  const look = (): void => {
    const { waiting } = registration;
    if (waiting && hasVersion) publish(() => waiting.postMessage("take-over"));
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  serviceWorker.addEventListener("controllerchange", () => {
    if (asked) reload();
    else if (hasVersion) publish(reload);
    hasVersion = true;
  });
  const check = (): void => void registration.update().catch(() => undefined); // without a network: later
  setInterval(check, CHECK_MS);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
}

/**
 * Keeps the files of the product on this device. Browsers allow that over https and on this machine only; elsewhere the
 * product works as before, with the network.
 */
export async function keepOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    follow(await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }));
  } catch {
    // storage blocked by the browser's privacy settings
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Reloads into the new version; nothing while there is none. */
export function useUpdate(): (() => void) | undefined {
  const isThere = useSyncExternalStore(subscribe, () => offer !== undefined);
  return isThere ? accept : undefined;
}
