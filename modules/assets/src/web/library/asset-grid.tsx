import { useFormat, useMessages } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import type { ReactElement } from "react";
import { AssetStatus } from "../look/asset-status.tsx";
import { Preview } from "../look/preview.tsx";
import { assetTexts } from "../messages.ts";
import type { Asset } from "../use-assets.ts";

interface Props {
  readonly items: readonly Asset[];
  readonly current: string;
  readonly onOpen: (assetId: string) => void;
  /** Rows call this near their end; pictures have a button below instead. */
  readonly onEnd?: () => void;
}

function Card({
  asset,
  on,
  onOpen,
}: {
  readonly asset: Asset;
  readonly on: boolean;
  readonly onOpen: () => void;
}): ReactElement {
  const t = useMessages(assetTexts);
  const format = useFormat();
  const { file, number } = asset.current;
  return (
    <li>
      <button type="button" className="yt-plain as-card" aria-current={on} onClick={onOpen}>
        <Preview file={file} alt="" size="card" />
        <span className="as-card-words">
          <strong className="yt-ellipsis" title={asset.name}>
            {asset.name}
          </strong>
          <span className="as-card-facts">
            <AssetStatus status={asset.status} />
            {asset.channels.slice(0, 3).map((code) => (
              <ChannelTag key={code} code={code} named={false} />
            ))}
            <span className="as-card-end yt-figures">
              {t.versionShort({ number })} · {format.bytes(file.sizeBytes)}
            </span>
          </span>
        </span>
      </button>
    </li>
  );
}

/** Assets as pictures. */
export function AssetGrid({ items, current, onOpen }: Props): ReactElement {
  const t = useMessages(assetTexts);
  return (
    <ul className="as-grid" aria-label={t.title}>
      {items.map((asset) => (
        <Card key={asset.id} asset={asset} on={asset.id === current} onOpen={() => onOpen(asset.id)} />
      ))}
    </ul>
  );
}
