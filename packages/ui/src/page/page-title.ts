import { useMessages } from "@yutu/i18n";
import { useEffect } from "react";
import { pageTexts } from "./messages.ts";

/** Title of the browser tab: the thing first, the product after it. */
export function usePageTitle(title: string | undefined): void {
  const t = useMessages(pageTexts);
  useEffect(() => {
    document.title = title ? `${title} · ${t.product}` : t.product;
  }, [title, t]);
}
