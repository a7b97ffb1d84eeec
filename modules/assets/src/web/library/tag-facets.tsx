import { useMessages } from "@yutu/i18n";
import { useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { assets } from "../../contract/index.ts";
import { assetTexts } from "../messages.ts";
import { type LibraryState, libraryQuery } from "./library-state.ts";

const MOST = 16;

interface Props {
  readonly state: LibraryState;
  readonly projectId?: string;
  readonly onChange: (tags: string[]) => void;
}

/** The most used tags of what the other filters find, with their counts. */
export function TagFacets({ state, projectId, onChange }: Props): ReactElement | null {
  const t = useMessages(assetTexts);
  const { data } = useOperation(assets.listAssetTags, { query: libraryQuery({ ...state, tag: [] }, projectId) });
  const found = data?.tags ?? [];
  const missing = state.tag.filter((tag) => !found.some((each) => each.tag === tag));
  const shown = [...missing.map((tag) => ({ tag, count: 0 })), ...found].slice(0, MOST + missing.length);
  if (shown.length === 0) return null;
  return (
    <div className="as-tags" role="group" aria-label={t.tags}>
      {shown.map(({ tag, count }) => {
        const on = state.tag.includes(tag);
        return (
          <button
            key={tag}
            type="button"
            className="yt-plain as-tag"
            aria-pressed={on}
            aria-label={t.tagCount({ tag, count })}
            onClick={() => onChange(on ? state.tag.filter((each) => each !== tag) : [...state.tag, tag])}
          >
            {tag}
            <span className="yt-figures">{count}</span>
          </button>
        );
      })}
    </div>
  );
}
