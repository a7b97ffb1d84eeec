import { useNavigate, useParams, useRouter } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, type MouseEvent, type ReactElement, type Ref, useCallback } from "react";
import type { SearchRecord } from "./search-text.ts";

export interface AppLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  /** Path inside the product, parameters filled in: `/projects/prj_1/board`. */
  readonly to: string;
  readonly search?: SearchRecord;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** Whether a click should stay ours: new tabs, downloads and middle clicks belong to the browser. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/** A link inside the product: an ordinary anchor that does not reload the page and fetches what it leads to when pointed at. */
export function AppLink({ to, search, onClick, onPointerEnter, ...rest }: AppLinkProps): ReactElement {
  const router = useRouter();
  const target = { to, ...(search ? { search } : {}) };
  return (
    <a
      {...rest}
      href={router.buildLocation(target).href}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        void router.preloadRoute(target);
      }}
      onClick={(event) => {
        onClick?.(event);
        if (!isPlainClick(event) || rest.target === "_blank") return;
        event.preventDefault();
        void router.navigate(target);
      }}
    />
  );
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
