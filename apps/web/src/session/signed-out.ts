/** Tells the session that the server no longer knows it: any answer 401. */
type Listener = () => void;

const listeners = new Set<Listener>();

export const onSignedOut = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** `fetch` that watches for ended sessions. */
export const watchedFetch: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  if (response.status === 401) for (const listener of listeners) listener();
  return response;
};
