import { type CalendarDate, calendarDateIn } from "@yutu/kernel";
import { useSession } from "@yutu/ui";
import { useCallback, useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, MINUTE_MS);
  return () => clearInterval(timer);
}

/** Today on the workspace's calendar; a page that stays open past midnight learns of it. */
export function useToday(): CalendarDate {
  const timeZone = useSession()?.timeZone ?? "Asia/Shanghai";
  const read = useCallback(() => calendarDateIn(new Date(), timeZone), [timeZone]);
  return useSyncExternalStore(everyMinute, read, read);
}
