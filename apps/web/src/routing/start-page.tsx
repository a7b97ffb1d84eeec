import { Navigate } from "@tanstack/react-router";
import { useMessages } from "@yutu/i18n";
import { EmptyState, useNavigation, useSession } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";
import { ToSignIn } from "./to-sign-in.tsx";

/** `/` leads to the first destination that this person may open. */
export function StartPage({ signInPath }: { readonly signInPath: string }): ReactElement {
  const t = useMessages(shellTexts);
  const session = useSession();
  const first = useNavigation().find((item) => item.path !== "/");
  if (!session) return <ToSignIn path={signInPath} />;
  return first ? <Navigate to={first.path} replace /> : <EmptyState text={t.nothing} />;
}
