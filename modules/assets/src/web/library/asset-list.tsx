import { useFormat, useMessages } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import { DataGrid, figuresColumn, type GridColumn, MobileCard, MobileCards, personColumn, usePhone } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { AssetStatus } from "../look/asset-status.tsx";
import { Preview } from "../look/preview.tsx";
import { assetTexts } from "../messages.ts";
import type { Asset } from "../use-assets.ts";

interface Props {
  readonly items: readonly Asset[];
  readonly current: string;
  readonly onOpen: (assetId: string) => void;
  readonly onEnd: () => void;
}

const keyOf = (asset: Asset): string => asset.id;

const Name = ({ asset }: { readonly asset: Asset }): ReactElement => (
  <span className="as-name">
    <Preview file={asset.current.file} alt="" size="row" />
    <span className="yt-ellipsis">{asset.name}</span>
  </span>
);

const Channels = ({ asset }: { readonly asset: Asset }): ReactElement => (
  <span className="as-channels">
    {asset.channels.slice(0, 3).map((code) => (
      <ChannelTag key={code} code={code} named={false} />
    ))}
  </span>
);

function useColumns(): GridColumn<Asset>[] {
  const t = useMessages(assetTexts);
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: "name",
        title: t.name,
        widthPx: 280,
        grow: true,
        text: (a) => a.name,
        cell: (a) => <Name asset={a} />,
      },
      { key: "status", title: t.status, widthPx: 112, cell: (a) => <AssetStatus status={a.status} /> },
      { key: "kind", title: t.kind, widthPx: 84, cell: (a) => t.kinds[a.kind], text: (a) => t.kinds[a.kind] },
      { key: "channel", title: t.channel, widthPx: 104, cell: (a) => <Channels asset={a} /> },
      {
        key: "tags",
        title: t.tags,
        widthPx: 160,
        cell: (a) => <span className="yt-ellipsis as-quiet">{format.list(a.tags)}</span>,
        text: (a) => a.tags.join(", "),
      },
      personColumn({ key: "owner", title: t.owner, widthPx: 124 }, (a) => ({ id: a.ownerId, name: a.ownerName })),
      {
        key: "updated",
        title: t.updated,
        widthPx: 104,
        cell: (a) => <span title={format.dateTime(a.updatedAt)}>{format.relative(a.updatedAt)}</span>,
        text: (a) => a.updatedAt,
      },
      {
        ...figuresColumn<Asset>({ key: "size", title: t.size, widthPx: 88, align: "end" }, (a) =>
          format.bytes(a.current.file.sizeBytes),
        ),
        text: (a) => String(a.current.file.sizeBytes),
      },
    ],
    [t, format],
  );
}

/** Assets as rows; as cards on phones. */
export function AssetList({ items, current, onOpen, onEnd }: Props): ReactElement {
  const t = useMessages(assetTexts);
  const format = useFormat();
  const phone = usePhone();
  const columns = useColumns();
  if (phone) {
    return (
      <MobileCards label={t.title}>
        {items.map((asset) => (
          <MobileCard
            key={asset.id}
            title={asset.name}
            mark={<Preview file={asset.current.file} alt="" size="row" />}
            facts={
              <>
                <AssetStatus status={asset.status} />
                <span>{t.kinds[asset.kind]}</span>
              </>
            }
            figure={format.bytes(asset.current.file.sizeBytes)}
            onOpen={() => onOpen(asset.id)}
          />
        ))}
      </MobileCards>
    );
  }
  return (
    <DataGrid
      label={t.title}
      rows={items}
      keyOf={keyOf}
      columns={columns}
      {...(current ? { current } : {})}
      onOpen={(asset) => onOpen(asset.id)}
      onEnd={onEnd}
      storageKey="yutu.assets.columns"
    />
  );
}
