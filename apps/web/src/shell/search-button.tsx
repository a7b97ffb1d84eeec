import { useMessages } from "@yutu/i18n";
import { KeyCaps, SearchIcon } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";

interface SearchButtonProps {
  readonly onOpen: () => void;
  readonly slim?: boolean;
}

/** Looks like a field, opens the palette. */
export function SearchButton({ onOpen, slim = false }: SearchButtonProps): ReactElement {
  const t = useMessages(shellTexts);
  return (
    <button
      type="button"
      className="yt-plain sh-search"
      aria-label={t.search}
      aria-keyshortcuts="Meta+K Control+K"
      onClick={onOpen}
    >
      <SearchIcon />
      {!slim && (
        <>
          <span className="sh-search-text yt-ellipsis">{t.search}</span>
          <KeyCaps keys="mod+k" />
        </>
      )}
    </button>
  );
}
