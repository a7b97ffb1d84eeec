import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, type ReactElement, type Ref, useCallback } from "react";
import type { SearchRecord } from "./search-text.ts";

export interface AppLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  /** Path inside the product, parameters filled in: `/projects/prj_1/board`. */
  readonly to: string;
  readonly search?: SearchRecord;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link inside the product: an ordinary anchor that does not reload the page. */
export function AppLink({ to, search, ...rest }: AppLinkProps): ReactElement {
  return <Link to={to} {...(search ? { search } : {})} {...(rest as object)} />;
}

export interface GoOptions {
  readonly search?: SearchRecord;
  readonly replace?: boolean;
}

/** `const go = useGo(); go("/projects/prj_1")`. */
export function useGo(): (path: string, options?: GoOptions) => void {
  const navigate = useNavigate();
  return useCallback(
    (path, options = {}) => {
      void navigate({
        to: path,
        replace: options.replace ?? false,
        ...(options.search ? { search: options.search } : {}),
      });
    },
    [navigate],
  );
}

/** A parameter of the current route: `useRouteParam("projectId")` on `/projects/$projectId/…`. */
export function useRouteParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}
