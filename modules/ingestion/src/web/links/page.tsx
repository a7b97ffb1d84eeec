import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import {
  DataGrid,
  EmptyState,
  Facts,
  figuresColumn,
  type GridColumn,
  GroupTabs,
  MobileCard,
  MobileCards,
  MoreButton,
  PageHeader,
  PeekPanel,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  textColumn,
  toast,
  useClient,
  useCommand,
  usePagedOperation,
  usePermission,
  usePhone,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { z } from "zod";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";
import "../ingestion.css";
import { LinkForm } from "./link-form.tsx";

type Link = OperationOutput<typeof ingestion.listLinks>["items"][number];

const keyOf = (link: Link): string => link.id;
const state = z.object({ projectId: z.string().default("") });

function useColumns(): GridColumn<Link>[] {
  const t = useMessages(ingestionTexts);
  const format = useFormat();
  return useMemo(() => {
    const count = (key: string, title: string, of: (link: Link) => number | null): GridColumn<Link> => ({
      key,
      title,
      widthPx: 84,
      align: "end",
      cell: (l) => <span className="yt-figures">{of(l) === null ? "–" : format.number(of(l) ?? 0)}</span>,
      text: (l) => String(of(l) ?? ""),
    });
    return [
      textColumn({ key: "name", title: t.linkName, widthPx: 200, grow: true }, (l) => l.name),
      { key: "channel", title: t.channel, widthPx: 110, cell: (l) => <ChannelTag code={l.channel} /> },
      figuresColumn({ key: "url", title: t.shortUrl, widthPx: 250 }, (l) => l.shortUrl),
      figuresColumn({ key: "key", title: t.fields.campaignKey, widthPx: 130 }, (l) => l.campaignKey),
      count("clicks", t.clicks, (l) => l.clicks),
      count("visitors", t.visitors, (l) => l.visitors),
    ];
  }, [t, format]);
}

/** One link: addresses to copy, its QR code, and its switch. */
function LinkPeek({ link, onClose }: { readonly link: Link; readonly onClose: () => void }): ReactElement {
  const t = useMessages(ingestionTexts);
  const client = useClient();
  const mayEdit = usePermission("links.edit");
  const update = useCommand(ingestion.updateLink);
  const copy = (text: string): void => void navigator.clipboard.writeText(text).then(() => toast.done(t.copied));
  const address = (text: string): ReactElement => (
    <span>
      {text}{" "}
      <Button size="small" onClick={() => copy(text)}>
        {t.copy}
      </Button>
    </span>
  );
  return (
    <PeekPanel open onClose={onClose} code={link.code} title={link.name}>
      <Facts
        items={[
          { key: "short", label: t.shortUrl, value: address(link.shortUrl) },
          { key: "tagged", label: t.target, value: address(link.taggedUrl) },
          { key: "source", label: t.utmSource, value: link.source },
          { key: "medium", label: t.medium, value: link.medium },
          { key: "content", label: t.content, value: link.content || "–" },
        ]}
      />
      <h3 className="in-section">{t.qr}</h3>
      <img
        src={client.url(ingestion.downloadLinkCode, { params: { linkId: link.id }, query: { format: "svg" } })}
        alt={t.qr}
        width={180}
        height={180}
      />
      {mayEdit && (
        <div className="in-actions">
          <Button
            loading={update.pending}
            onClick={() => void update.run({ params: { linkId: link.id }, body: { disabled: !link.disabled } })}
          >
            {link.disabled ? t.on : t.off}
          </Button>
        </div>
      )}
    </PeekPanel>
  );
}

/** Tracked links with their clicks. */
export default function LinksPage(): ReactElement {
  const t = useMessages(ingestionTexts);
  const phone = usePhone();
  const mayEdit = usePermission("links.edit");
  const [{ projectId }] = useUrlState(state);
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const columns = useColumns();
  const list = usePagedOperation(ingestion.listLinks, { query: projectId ? { projectId } : {} }, { live: ["link"] });
  const open = list.items.find((l) => l.id === openId);
  const create = mayEdit && (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setAdding(true)}>
      {t.newLink}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.links} tabs={<GroupTabs group="data-sources" />} action={create} />
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && <Skeleton columns={phone ? ["1fr"] : ["1fr", "110px", "250px", "130px", "84px", "84px"]} />}
      {!list.loading && list.items.length === 0 && !list.problem && (
        <EmptyState text={t.noLinks} action={mayEdit && <Button onClick={() => setAdding(true)}>{t.newLink}</Button>} />
      )}
      {list.items.length > 0 && phone && (
        <MobileCards label={t.links}>
          {list.items.map((l) => (
            <MobileCard
              key={l.id}
              title={l.name}
              facts={<ChannelTag code={l.channel} />}
              figure={l.clicks ?? ""}
              onOpen={() => setOpenId(l.id)}
            />
          ))}
        </MobileCards>
      )}
      {phone && <MoreButton list={list} />}
      {list.items.length > 0 && !phone && (
        <DataGrid
          label={t.links}
          rows={list.items}
          keyOf={keyOf}
          columns={columns}
          {...(openId ? { current: openId } : {})}
          onOpen={(l) => setOpenId(l.id)}
          onEnd={list.loadMore}
          storageKey="yutu.links.columns"
        />
      )}
      {adding && <LinkForm projectId={projectId} onClose={() => setAdding(false)} />}
      {open && <LinkPeek link={open} onClose={() => setOpenId(undefined)} />}
    </>
  );
}
