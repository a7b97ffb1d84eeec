import { assets } from "@yutu/assets/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { CloseIcon, FileDrop, FileIcon, sendFile, useClient, useCommand, useOperation } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { tasks } from "../../contract/index.ts";
import type { Task } from "../task-row.ts";
import { detailTexts } from "./messages.ts";
import { Section } from "./section.tsx";

/** Files on a task: fetch, add by drop, paste or choice, take off. */
export function Attachments({ task }: { readonly task: Task }): ReactElement | null {
  const t = useMessages(detailTexts);
  const format = useFormat();
  const client = useClient();
  const [adding, setAdding] = useState(false);
  const params = { taskId: task.id };
  const { data } = useOperation(tasks.listAttachments, { params });
  const attach = useCommand(tasks.addAttachment, { quiet: true });
  const detach = useCommand(tasks.removeAttachment);
  const files = data?.attachments ?? [];
  const { attach: allowed } = task.abilities;
  if (!allowed && files.length === 0) return null;
  return (
    <Section
      title={t.attachments}
      note={files.length > 0 ? String(files.length) : undefined}
      action={
        allowed && (
          <button
            type="button"
            className="yt-plain tk-text-button"
            aria-expanded={adding}
            onClick={() => setAdding((before) => !before)}
          >
            {t.addFiles}
          </button>
        )
      }
    >
      <ul className="tk-files">
        {files.map((file) => (
          <li key={file.fileId}>
            {file.kind === "image" ? (
              <img src={client.url(assets.previewFile, { params: { fileId: file.fileId } })} alt="" loading="lazy" />
            ) : (
              <span className="tk-file-icon">
                <FileIcon />
              </span>
            )}
            <span className="tk-file-words">
              <a
                className="yt-ellipsis"
                href={client.url(assets.downloadFile, { params: { fileId: file.fileId } })}
                aria-label={t.download({ name: file.name })}
              >
                {file.name}
              </a>
              <small className="yt-figures">
                {format.bytes(file.sizeBytes)} · {file.uploadedBy.memberName} · {format.relative(file.createdAt)}
              </small>
            </span>
            {file.removable && (
              <button
                type="button"
                className="yt-plain yt-icon-button"
                aria-label={t.detach({ name: file.name })}
                onClick={() => void detach.run({ params: { ...params, fileId: file.fileId } })}
              >
                <CloseIcon />
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <FileDrop
          send={async (file, control) => {
            const url = client.url(assets.uploadFile, { query: { name: file.name } });
            const sent = await sendFile(url, file, control);
            if (!sent.ok) return sent;
            const made = assets.uploadFile.output.safeParse(sent.value);
            return made.success ? attach.run({ params, body: { fileId: made.data.id } }) : sent;
          }}
        />
      )}
    </Section>
  );
}
