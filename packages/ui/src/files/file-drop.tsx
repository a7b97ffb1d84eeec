import { useFormat, useMessages } from "@yutu/i18n";
import { type DragEvent, type ReactElement, useRef, useState } from "react";
import { CloseIcon, FileIcon, UploadIcon } from "../icons/icons.tsx";
import { useProblemText } from "../problem/use-problem-text.ts";
import "./file-drop.css";
import { fileTexts } from "./messages.ts";
import { type SendOne, type Upload, type Uploads, useUploads } from "./use-uploads.ts";

export interface FileDropProps {
  readonly send: SendOne;
  /** As of `<input accept>`: `image/*,.pdf`. */
  readonly accept?: string;
  readonly maxBytes?: number;
  readonly single?: boolean;
  /** What fits here, in a few words. */
  readonly hint?: string;
  /** A file that was sent is taken off the list again. */
  readonly onRemove?: (file: File) => void;
}

/** Whether a file fits an `accept` list, by type or ending. */
export function accepts(accept: string | undefined, file: Pick<File, "name" | "type">): boolean {
  if (!accept) return true;
  const name = file.name.toLowerCase();
  return accept.split(",").some((rule) => {
    const wanted = rule.trim().toLowerCase();
    if (wanted.startsWith(".")) return name.endsWith(wanted);
    return wanted.endsWith("/*") ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted;
  });
}

function Row({
  upload,
  uploads,
  maxBytes,
  onRemove,
}: {
  readonly upload: Upload;
  readonly uploads: Uploads;
  readonly maxBytes: number | undefined;
  readonly onRemove: ((file: File) => void) | undefined;
}): ReactElement {
  const t = useMessages(fileTexts);
  const format = useFormat();
  const problemText = useProblemText();
  const { id, file, state } = upload;
  const busy = state.kind === "sending" || state.kind === "waiting";
  const remove = (): void => {
    uploads.remove(id);
    if (state.kind === "done") onRemove?.(file);
  };
  const words = (): string => {
    switch (state.kind) {
      case "waiting":
        return format.bytes(file.size);
      case "sending":
        return format.percent(state.share, 0);
      case "done":
        return t.done;
      case "refused":
        return state.problem.code === "file/cancelled" ? t.cancelled : problemText(state.problem);
      case "unfit":
        return state.reason === "tooLarge" ? t.tooLarge({ size: format.bytes(maxBytes ?? 0) }) : t.wrongType;
    }
  };
  return (
    <li className="yt-upload" data-kind={state.kind}>
      <FileIcon />
      <div className="yt-upload-words">
        <span className="yt-ellipsis">{file.name}</span>
        <span className="yt-upload-state yt-figures">{words()}</span>
        {state.kind === "sending" && (
          <progress value={state.share} max={1} aria-label={t.progress({ name: file.name })} />
        )}
      </div>
      {state.kind === "refused" && (
        <button type="button" className="yt-plain yt-upload-retry" onClick={() => uploads.retry(id)}>
          {t.retry}
        </button>
      )}
      <button
        type="button"
        className="yt-plain yt-icon-button"
        aria-label={busy ? t.cancel({ name: file.name }) : t.remove({ name: file.name })}
        onClick={() => (busy ? uploads.cancel(id) : remove())}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** A place to drop, choose or paste files, and their progress. */
export function FileDrop({ send, accept, maxBytes, single = false, hint, onRemove }: FileDropProps): ReactElement {
  const t = useMessages(fileTexts);
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const uploads = useUploads(send, (file) => {
    if (maxBytes !== undefined && file.size > maxBytes) return "tooLarge";
    return accepts(accept, file) ? undefined : "wrongType";
  });
  const take = (files: FileList | null): void => {
    const list = [...(files ?? [])];
    if (list.length > 0) uploads.add(single ? list.slice(0, 1) : list);
  };
  const drag = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div className="yt-drop-area" onPaste={(event) => take(event.clipboardData.files)}>
      <div
        className="yt-drop"
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <UploadIcon width={20} height={20} />
        <p>
          {t.drop}{" "}
          <button type="button" className="yt-plain yt-drop-choose" onClick={() => input.current?.click()}>
            {t.choose}
          </button>
        </p>
        {(hint !== undefined || maxBytes !== undefined) && (
          <p className="yt-drop-hint">
            {[hint, maxBytes === undefined ? undefined : t.limit({ size: format.bytes(maxBytes) })]
              .filter(Boolean)
              .join(" · ")}
          </p>
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t.choose}
          multiple={!single}
          accept={accept}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      {uploads.uploads.length > 0 && (
        <ul className="yt-uploads" aria-label={t.files}>
          {uploads.uploads.map((upload) => (
            <Row key={upload.id} upload={upload} uploads={uploads} maxBytes={maxBytes} onRemove={onRemove} />
          ))}
        </ul>
      )}
    </div>
  );
}
