import { useMessages } from "@yutu/i18n";
import { PeekPanel, ProblemNotice, Skeleton, useClient, useOperation } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { assets } from "../../contract/index.ts";
import { Preview } from "../look/preview.tsx";
import { assetTexts } from "../messages.ts";
import type { AssetDetails } from "../use-assets.ts";
import { Details } from "./details.tsx";
import { LinkedTasks } from "./linked-tasks.tsx";
import { peekTexts } from "./messages.ts";
import "./peek.css";
import { useArchive } from "./use-archive.ts";
import { Versions } from "./versions.tsx";

interface Props {
  readonly assetId: string;
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

function Content({ asset, onClose }: { readonly asset: AssetDetails; readonly onClose: () => void }): ReactElement {
  const t = useMessages(peekTexts);
  const client = useClient();
  const archive = useArchive();
  const { file } = asset.current;
  const archived = asset.status === "archived";
  return (
    <>
      <Preview file={file} alt={t.preview({ name: asset.name })} size="panel" />
      <div className="as-actions">
        <Button type="primary" href={client.url(assets.downloadFile, { params: { fileId: file.id } })} download>
          {t.download}
        </Button>
        {asset.abilities.edit && (
          <Button
            onClick={() => {
              void archive(asset);
              if (!archived) onClose();
            }}
          >
            {archived ? t.restore : t.archive}
          </Button>
        )}
      </div>
      <Details asset={asset} />
      <Versions asset={asset} />
      <LinkedTasks asset={asset} />
    </>
  );
}

/** Everything about one asset, beside the library. */
export function AssetPeek({ assetId, onClose, onStep }: Props): ReactElement {
  const words = useMessages(assetTexts);
  const { data, problem, reload } = useOperation(assets.getAsset, { params: { assetId } }, { live: ["asset"] });
  const asset = data?.id === assetId ? data : undefined;
  return (
    <PeekPanel
      open
      onClose={onClose}
      onStep={onStep}
      code={asset ? words.versionCount({ count: asset.versionCount }) : words.title}
      title={asset?.name ?? ""}
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {asset ? <Content asset={asset} onClose={onClose} /> : !problem && <Skeleton rows={6} />}
    </PeekPanel>
  );
}
