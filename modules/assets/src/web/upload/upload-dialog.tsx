import { useMessages } from "@yutu/i18n";
import { Dialog, FileDrop } from "@yutu/ui";
import type { ReactElement } from "react";
import { assetTexts } from "../messages.ts";
import { DetailsForm } from "./details-form.tsx";
import { DoubtNotice } from "./doubt-notice.tsx";
import { uploadTexts } from "./messages.ts";
import "./upload.css";
import { useCheckedUpload } from "./use-checked-upload.ts";

const MAX_BYTES = 2 * 1000 ** 3;

interface Props {
  /** Set inside a project: everything uploaded belongs to it. */
  readonly projectId?: string;
  readonly onClose: () => void;
  /** Opens an asset that exists already. */
  readonly onUse: (assetId: string) => void;
}

/** Upload into the library: check, send, describe. */
export function UploadDialog({ projectId, onClose, onUse }: Props): ReactElement {
  const t = useMessages(uploadTexts);
  const words = useMessages(assetTexts);
  const { send, doubts, uploaded, remove } = useCheckedUpload();
  return (
    <Dialog open title={words.upload} onClose={onClose} widthPx={560}>
      <FileDrop send={send} maxBytes={MAX_BYTES} hint={t.hint} />
      {doubts.map((doubt) => (
        <DoubtNotice
          key={doubt.id}
          doubt={doubt}
          onUse={(assetId) => {
            onUse(assetId);
            if (uploaded.length === 0 && doubts.length === 1) onClose();
          }}
        />
      ))}
      {uploaded.length > 0 && (
        <DetailsForm uploaded={uploaded} projectId={projectId} onRemove={remove} onClose={onClose} />
      )}
    </Dialog>
  );
}
