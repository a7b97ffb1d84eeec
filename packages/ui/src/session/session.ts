import type { Client, ProblemBody } from "@yutu/contract";
import type { Result } from "@yutu/kernel";
import { createContext, useContext } from "react";

export interface SessionMember {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export interface SessionWorkspace {
  readonly id: string;
  readonly name: string;
}

/** Who is here, where, and what their role allows. */
export interface Session {
  readonly member: SessionMember;
  readonly workspace: SessionWorkspace;
  /** All workspaces of the account, for the switch. */
  readonly workspaces: readonly SessionWorkspace[];
  readonly permissions: ReadonlySet<string>;
  /** IANA name of the workspace's clock. */
  readonly timeZone?: string;
}

/** How the shell learns of the session; the identity module offers it. */
export interface SessionSource {
  /** Page of the sign-in form; receives `?next=<path>`. */
  readonly signInPath: string;
  /** `undefined` when nobody is signed in. */
  readonly load: (client: Client) => Promise<Result<Session | undefined, ProblemBody>>;
  readonly switchWorkspace: (client: Client, workspaceId: string) => Promise<Result<unknown, ProblemBody>>;
  readonly signOut: (client: Client) => Promise<Result<unknown, ProblemBody>>;
}

export interface SessionState {
  readonly session: Session | undefined;
  /** Reads the session again, e.g. after signing in or a change of role. */
  readonly reload: () => Promise<void>;
}

export const SessionContext = createContext<SessionState>({ session: undefined, reload: () => Promise.resolve() });

export const useSession = (): Session | undefined => useContext(SessionContext).session;

/** For the sign-in page: reads the session again. */
export const useReloadSession = (): (() => Promise<void>) => useContext(SessionContext).reload;

/** The signed-in session; for pages inside the shell, which exist only with one. */
export function useActor(): Session {
  const session = useSession();
  if (!session) throw new Error("a page that needs a session was rendered without one");
  return session;
}

export const usePermission = (permission: string): boolean => useSession()?.permissions.has(permission) ?? false;
