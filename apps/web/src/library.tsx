import { lazy, type ReactElement, type ReactNode, Suspense } from "react";

const load = () => import("./component-library.ts");
const Provider = lazy(load);

/** Starts fetching the component library, beside the page that will need it. */
export const preloadLibrary = (): void => void load();

interface LibraryProps {
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** Everything inside may use the component library; it arrives with the first of these. */
export const Library = ({ fallback, children }: LibraryProps): ReactElement => (
  <Suspense fallback={fallback}>
    <Provider>{children}</Provider>
  </Suspense>
);
