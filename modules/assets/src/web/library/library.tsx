import { useMessages } from "@yutu/i18n";
import {
  EmptyState,
  MoreButton,
  NoMatch,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  usePagedOperation,
  usePermission,
  usePhone,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, type ReactNode, useState } from "react";
import { assets } from "../../contract/index.ts";
import { assetTexts } from "../messages.ts";
import { AssetPeek } from "../peek/asset-peek.tsx";
import { UploadDialog } from "../upload/upload-dialog.tsx";
import { AssetGrid } from "./asset-grid.tsx";
import { AssetList } from "./asset-list.tsx";
import "./library.css";
import { LibraryFilters } from "./library-filters.tsx";
import { isFiltered, libraryQuery, libraryState, noFilters } from "./library-state.ts";
import { TagFacets } from "./tag-facets.tsx";

const ROWS = ["1fr", "112px", "84px", "104px", "160px", "124px", "104px", "88px"];

interface Props {
  readonly projectId?: string;
  /** Puts the upload button where the page wants its primary action. */
  readonly head: (upload: ReactNode) => ReactNode;
}

/** The assets of the workspace or of one project. */
export function Library({ projectId, head }: Props): ReactElement {
  const t = useMessages(assetTexts);
  const phone = usePhone();
  const mayEdit = usePermission("assets.edit");
  const [state, setState] = useUrlState(libraryState);
  const [uploading, setUploading] = useState(false);
  const list = usePagedOperation(assets.listAssets, { query: libraryQuery(state, projectId) }, { live: ["asset"] });
  useShortcut({ keys: "c", label: t.upload, enabled: mayEdit, run: () => setUploading(true) });
  const open = (asset: string): void => setState({ asset });
  const step = (by: 1 | -1): void => {
    const next = list.items[list.items.findIndex((each) => each.id === state.asset) + by];
    if (next) open(next.id);
  };
  const button = mayEdit && (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setUploading(true)}>
      {t.upload}
    </Button>
  );
  const fill = mayEdit && <Button onClick={() => setUploading(true)}>{t.upload}</Button>;
  const empty = !list.loading && !list.problem && list.items.length === 0;
  const View = state.view === "grid" ? AssetGrid : AssetList;
  return (
    <>
      {head(button)}
      <LibraryFilters state={state} onChange={setState} insideProject={projectId !== undefined} />
      <TagFacets state={state} {...(projectId ? { projectId } : {})} onChange={(tag) => setState({ tag })} />
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && <Skeleton columns={phone || state.view === "grid" ? ["1fr"] : ROWS} />}
      {empty && isFiltered(state) && <NoMatch onClear={() => setState(noFilters)} />}
      {empty && !isFiltered(state) && <EmptyState text={projectId ? t.emptyProject : t.empty} action={fill} />}
      {list.items.length > 0 && <View items={list.items} current={state.asset} onOpen={open} onEnd={list.loadMore} />}
      {(phone || state.view === "grid") && <MoreButton list={list} />}
      {state.asset !== "" && <AssetPeek assetId={state.asset} onClose={() => open("")} onStep={step} />}
      {uploading && (
        <UploadDialog {...(projectId ? { projectId } : {})} onClose={() => setUploading(false)} onUse={open} />
      )}
    </>
  );
}
