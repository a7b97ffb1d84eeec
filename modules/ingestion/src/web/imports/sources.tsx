import { useMessages } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import { AppLink, useCommand, useOperation, usePermission } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";
import { EventSourceForm } from "./event-source-form.tsx";

/** Where data comes from: files by hand, events by key. */
export function Sources(): ReactElement | null {
  const t = useMessages(ingestionTexts);
  const manages = usePermission("data.manage");
  const { data } = useOperation(ingestion.listSources, {}, { live: ["import", "source"] });
  const update = useCommand(ingestion.updateSource);
  const [adding, setAdding] = useState(false);
  if (!data) return null;
  return (
    <section className="in-body">
      <h2 className="in-section">{t.sources}</h2>
      <ul className="in-sources">
        {data.sources.map((source) => (
          <li key={source.id}>
            <strong>{source.name}</strong>
            <ChannelTag code={source.channel} />
            <span>{source.kind === "events" ? t.eventSource : t.fileSource}</span>
            {source.writeKey && (
              <span>
                {t.writeKey} <code>{source.writeKey}</code>
              </span>
            )}
            {source.openRows > 0 && (
              <AppLink to={`/data/quarantine?sourceId=${source.id}`}>{t.openRows({ count: source.openRows })}</AppLink>
            )}
            {source.disabled && <span>{t.disabled}</span>}
            {manages && (
              <Button
                size="small"
                loading={update.pending}
                onClick={() =>
                  void update.run({ params: { sourceId: source.id }, body: { disabled: !source.disabled } })
                }
              >
                {source.disabled ? t.on : t.off}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {manages && <p className="in-note">{data.sources.some((s) => s.writeKey) ? t.eventsHint : t.eventsOffer}</p>}
      {manages && <Button onClick={() => setAdding(true)}>{t.newSource}</Button>}
      {adding && <EventSourceForm onClose={() => setAdding(false)} />}
    </section>
  );
}
