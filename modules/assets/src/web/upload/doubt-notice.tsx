import { useMessages } from "@yutu/i18n";
import { Button } from "antd";
import type { ReactElement } from "react";
import { AssetStatus } from "../look/asset-status.tsx";
import { uploadTexts } from "./messages.ts";
import type { Doubt } from "./use-checked-upload.ts";

interface Props {
  readonly doubt: Doubt;
  readonly onUse: (assetId: string) => void;
}

/** Says whose and in what state the thing is that exists already, and lets the person choose. */
export function DoubtNotice({ doubt, onUse }: Props): ReactElement {
  const t = useMessages(uploadTexts);
  return (
    <section className="as-doubt" role="alert" aria-label={t.found({ name: doubt.fileName })}>
      <p>
        <strong>{t.found({ name: doubt.fileName })}</strong>
      </p>
      <ul>
        {doubt.duplicates.map((same) => (
          <li key={same.assetId}>
            <span className="as-doubt-words">
              <span className="yt-ellipsis">{same.name}</span>
              <small>
                {same.reason === "same-bytes" ? t.sameBytes : t.similarName} · {t.ownedBy({ owner: same.ownerName })}
              </small>
            </span>
            <AssetStatus status={same.status} />
            <Button
              size="small"
              type="primary"
              onClick={() => {
                doubt.decide(false);
                onUse(same.assetId);
              }}
            >
              {t.useExisting}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => doubt.decide(true)}>
        {t.uploadAnyway}
      </Button>
    </section>
  );
}
