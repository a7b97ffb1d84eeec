import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * A function that never changes and always runs the latest version: for handlers given to parts that are drawn rarely.
 * Call it from events and effects, not while rendering.
 */
export function useStableCallback<Arguments extends readonly unknown[], Answer>(
  callback: (...call: Arguments) => Answer,
): (...call: Arguments) => Answer {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...call: Arguments) => latest.current(...call), []);
}
