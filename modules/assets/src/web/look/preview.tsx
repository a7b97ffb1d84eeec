import {
  AudioOutlined,
  FileOutlined,
  FileTextOutlined,
  FileZipOutlined,
  PictureOutlined,
  TableOutlined,
  VideoCameraOutlined,
} from "@ant-design/icons";
import { useClient } from "@yutu/ui";
import { type ComponentType, type ReactElement, useState } from "react";
import { assets } from "../../contract/index.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import type { Version } from "../use-assets.ts";
import "./preview.css";

const ICONS: Readonly<Record<FileKind, ComponentType>> = {
  image: PictureOutlined,
  video: VideoCameraOutlined,
  audio: AudioOutlined,
  document: FileTextOutlined,
  sheet: TableOutlined,
  archive: FileZipOutlined,
  other: FileOutlined,
};

interface PreviewProps {
  readonly file: Version["file"];
  /** Words for those who do not see the picture; empty where the name stands beside it. */
  readonly alt: string;
  readonly size: "card" | "row" | "panel";
}

/** A small picture of the file, or a sign of its kind. */
export function Preview({ file, alt, size }: PreviewProps): ReactElement {
  const client = useClient();
  const [broken, setBroken] = useState("");
  const KindIcon = ICONS[file.kind];
  const ending = file.name.includes(".") ? (file.name.split(".").at(-1) ?? "") : "";
  return (
    <span className="as-preview" data-size={size}>
      {file.hasPreview && broken !== file.id ? (
        <img
          src={client.url(assets.previewFile, { params: { fileId: file.id } })}
          alt={alt}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(file.id)}
        />
      ) : (
        <span className="as-preview-kind" aria-hidden="true">
          <KindIcon />
          {size !== "row" && ending.length > 0 && ending.length < 6 && <small>{ending.toUpperCase()}</small>}
        </span>
      )}
    </span>
  );
}
