import { createContext, useContext } from "react";

/** What pages may ask of the shell around them. */
export interface ShellControls {
  /** Opens the full navigation on phones; absent where there is none. */
  readonly openMenu?: () => void;
}

export const ShellContext = createContext<ShellControls>({});

export const useShell = (): ShellControls => useContext(ShellContext);
