import { useGo } from "@yutu/ui";
import { useEffect, useRef } from "react";

/**
 * Leads to the sign-in page and remembers where one wanted to go. Goes once: while the next page loads this one is drawn
 * again, and by then the address is already that of the sign-in page.
 */
export function ToSignIn({ path }: { readonly path: string }): null {
  const go = useGo();
  const gone = useRef(false);
  useEffect(() => {
    if (gone.current) return;
    gone.current = true;
    const { pathname, search } = window.location;
    const next = pathname === "/" || pathname === path ? undefined : pathname + search;
    go(path, { replace: true, ...(next ? { search: { next } } : {}) });
  }, [go, path]);
  return null;
}
