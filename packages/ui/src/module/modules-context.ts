import { createContext, useContext } from "react";
import { useSession } from "../session/session.ts";
import type { NavigationItem, TabDescriptor, WebModule } from "./web-module.ts";

/** The modules of this build; provided by the shell. */
export const ModulesContext = createContext<readonly WebModule[]>([]);

export const useModules = (): readonly WebModule[] => useContext(ModulesContext);

interface Guarded {
  readonly permission?: string;
}

/** Keeps what the person may open, so nobody sees an item that leads to a refusal. */
export function useAllowed(): <Item extends Guarded>(items: readonly Item[]) => Item[] {
  const session = useSession();
  return (items) =>
    items.filter((item) => item.permission === undefined || (session?.permissions.has(item.permission) ?? false));
}

/** The destinations that this person may open, in order. */
export function useNavigation(): NavigationItem[] {
  const allowed = useAllowed();
  const items = useModules().flatMap((module) => module.navigation ?? []);
  return allowed(items).toSorted((a, b) => a.order - b.order);
}

/** The views of a group that this person may open, from all modules, in order. */
export function useTabs(group: string): TabDescriptor[] {
  const allowed = useAllowed();
  const tabs = useModules().flatMap((module) => module.tabs ?? []);
  return allowed(tabs.filter((tab) => tab.group === group)).toSorted((a, b) => a.order - b.order);
}
