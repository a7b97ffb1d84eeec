import { useLocation } from "@tanstack/react-router";
import { useLocale } from "@yutu/i18n";
import { ErrorBoundary, labelIn, type RouteDescriptor, Skeleton, usePageTitle, useSession } from "@yutu/ui";
import { type ComponentType, type ReactElement, type ReactNode, Suspense } from "react";
import { Library } from "../library.tsx";
import { NoPermission } from "./status-pages.tsx";
import { ToSignIn } from "./to-sign-in.tsx";

interface GuardProps {
  readonly route: RouteDescriptor;
  readonly signInPath: string;
  readonly children: ReactNode;
}

/** Lets in those who may come: others go to the sign-in page and back here afterwards, or read why not. */
export function Guard({ route, signInPath, children }: GuardProps): ReactNode {
  const session = useSession();
  if (route.access === "public") return children;
  if (!session) return <ToSignIn path={signInPath} />;
  if (route.access !== undefined && !session.permissions.has(route.access)) {
    return <NoPermission framed={route.layout !== undefined && route.layout !== "shell"} />;
  }
  return children;
}

interface PageProps {
  readonly route: RouteDescriptor;
  readonly signInPath: string;
  readonly Page: ComponentType;
}

/** A module's page with everything around it that can go wrong. */
export function GuardedPage({ route, signInPath, Page }: PageProps): ReactElement {
  const locale = useLocale();
  const here = useLocation({ select: (location) => location.pathname });
  usePageTitle(route.title && labelIn(route.title, locale));
  return (
    <Guard route={route} signInPath={signInPath}>
      <ErrorBoundary resetKey={here}>
        {route.light ? (
          <Suspense fallback={<Skeleton />}>
            <Page />
          </Suspense>
        ) : (
          <Library fallback={<Skeleton />}>
            <Page />
          </Library>
        )}
      </ErrorBoundary>
    </Guard>
  );
}
