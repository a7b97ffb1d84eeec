import { useFormat, useMessages } from "@yutu/i18n";
import { FileDrop, sendFile, toast, useClient, useCommand } from "@yutu/ui";
import { Button, Input } from "antd";
import { type ReactElement, useState } from "react";
import { assets } from "../../contract/index.ts";
import { assetTexts } from "../messages.ts";
import type { AssetDetails, Version } from "../use-assets.ts";
import { peekTexts } from "./messages.ts";

/** One version; its file's name beside that of the version before when the two differ. */
function VersionRow({
  version,
  before,
  current,
}: {
  readonly version: Version;
  readonly before: Version | undefined;
  readonly current: boolean;
}): ReactElement {
  const t = useMessages(peekTexts);
  const words = useMessages(assetTexts);
  const format = useFormat();
  const client = useClient();
  const { file, number } = version;
  const name =
    before && before.file.name !== file.name ? t.renamed({ before: before.file.name, after: file.name }) : file.name;
  return (
    <li>
      <span className="as-version-number yt-figures">{words.versionShort({ number })}</span>
      <span className="as-version-words">
        <span className="as-version-name">{name}</span>
        <small>
          {t.uploadedBy({ name: version.createdByName, when: format.dateTime(version.createdAt) })} ·{" "}
          {format.bytes(file.sizeBytes)}
        </small>
        {version.note !== "" && <small>{version.note}</small>}
      </span>
      {current && <span className="as-current">{t.current}</span>}
      <a
        href={client.url(assets.downloadFile, { params: { fileId: file.id } })}
        aria-label={t.downloadVersion({ number })}
        download
      >
        {t.download}
      </a>
    </li>
  );
}

/** Sends a file and makes it the current version. */
function AddVersion({ assetId, onDone }: { readonly assetId: string; readonly onDone: () => void }): ReactElement {
  const t = useMessages(peekTexts);
  const client = useClient();
  const [note, setNote] = useState("");
  const add = useCommand(assets.addVersion, { quiet: true });
  return (
    <div className="as-add-version">
      <Input
        aria-label={t.note}
        placeholder={t.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FileDrop
        single
        hint={t.versionHint}
        send={async (file, control) => {
          const sent = await sendFile(client.url(assets.uploadFile, { query: { name: file.name } }), file, control);
          if (!sent.ok) return sent;
          const { id } = assets.uploadFile.output.parse(sent.value);
          const added = await add.run({ params: { assetId }, body: { fileId: id, note: note.trim() } });
          if (added.ok) {
            toast.done(t.versionAdded({ number: added.value.current.number }));
            onDone();
          }
          return added;
        }}
      />
    </div>
  );
}

/** All versions, newest first. */
export function Versions({ asset }: { readonly asset: AssetDetails }): ReactElement {
  const t = useMessages(peekTexts);
  const [adding, setAdding] = useState(false);
  return (
    <section className="as-part" aria-label={t.versions}>
      <header>
        <h3>{t.versions}</h3>
        {asset.abilities.edit && (
          <Button size="small" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t.addVersion}
          </Button>
        )}
      </header>
      {adding && <AddVersion assetId={asset.id} onDone={() => setAdding(false)} />}
      <ol className="as-versions">
        {asset.versions.map((version, at) => (
          <VersionRow
            key={version.id}
            version={version}
            before={asset.versions[at + 1]}
            current={version.id === asset.current.id}
          />
        ))}
      </ol>
    </section>
  );
}
