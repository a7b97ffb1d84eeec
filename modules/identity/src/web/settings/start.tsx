import { useGo, useTabs } from "@yutu/ui";
import { useEffect } from "react";

/** Leads on to the first part of the settings that the person may open. */
export default function SettingsStart(): null {
  const go = useGo();
  const first = useTabs("settings")[0]?.path;
  useEffect(() => {
    if (first) go(first, { replace: true });
  }, [go, first]);
  return null;
}
