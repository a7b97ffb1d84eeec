import type { SearchRecord } from "../url/search-text.ts";

/** A place in the product: the page and what of it is shown. */
export interface Place {
  readonly pathname: string;
  readonly search: SearchRecord;
}

/**
 * Whether going from one place to another loses what is kept only on the page.
 * @param scope `page`: edits last while the path stays; `address`: another tab or choice within the page loses them too
 */
export function leaves(scope: "page" | "address", from: Place, to: Place): boolean {
  if (from.pathname !== to.pathname) return true;
  return scope === "address" && JSON.stringify(from.search) !== JSON.stringify(to.search);
}
