import { useFormat, useMessages } from "@yutu/i18n";
import { CHANNELS } from "@yutu/projects/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { AppLink, Facts, MemberAvatar, useCommand, useOperation } from "@yutu/ui";
import { Input, Select } from "antd";
import type { ReactElement } from "react";
import { assets } from "../../contract/index.ts";
import { AssetStatus } from "../look/asset-status.tsx";
import { assetTexts } from "../messages.ts";
import { type AssetDetails, useProjectOptions } from "../use-assets.ts";
import { peekTexts } from "./messages.ts";

interface Props {
  readonly asset: AssetDetails;
}

type Change = Partial<Pick<AssetDetails, "name" | "description" | "tags" | "channels" | "projectId" | "status">>;

interface EditorProps extends Props {
  readonly save: (change: Change) => void;
}

/** Saved as it is left; begins anew with each version, so what somebody else wrote is shown. */
function TextEditor({
  asset,
  field,
  minRows,
  save,
}: EditorProps & { readonly field: "name" | "description"; readonly minRows: number }): ReactElement {
  const words = useMessages(assetTexts);
  const isName = field === "name";
  return (
    <Input.TextArea
      key={`${asset.id}-${asset.version}`}
      aria-label={words[field]}
      defaultValue={asset[field]}
      maxLength={isName ? 120 : 2000}
      autoSize={{ minRows, maxRows: 8 }}
      onBlur={(event) => {
        const value = event.target.value.replaceAll(/\s*\n\s*/g, isName ? " " : "\n").trim();
        if (value !== asset[field] && (value !== "" || !isName)) save({ [field]: value });
      }}
    />
  );
}

function StatusEditor({ asset, save }: EditorProps): ReactElement {
  const words = useMessages(assetTexts);
  return (
    <Select
      className="as-wide"
      aria-label={words.status}
      value={asset.status}
      options={(["draft", "ready", "archived"] as const).map((value) => ({ value, label: words.statuses[value] }))}
      onChange={(status) => save({ status })}
    />
  );
}

function TagsEditor({ asset, save }: EditorProps): ReactElement {
  const words = useMessages(assetTexts);
  const { data } = useOperation(assets.listAssetTags, {});
  return (
    <Select
      className="as-wide"
      mode="tags"
      maxCount={30}
      aria-label={words.tags}
      tokenSeparators={[",", "，", "、"]}
      value={asset.tags}
      options={(data?.tags ?? []).map(({ tag }) => ({ value: tag, label: tag }))}
      onChange={(tags) => save({ tags })}
    />
  );
}

function ChannelsEditor({ asset, save }: EditorProps): ReactElement {
  const words = useMessages(assetTexts);
  const text = useLocalText();
  return (
    <Select
      className="as-wide"
      mode="multiple"
      aria-label={words.channel}
      placeholder={words.noChannel}
      showSearch={{ optionFilterProp: "label" }}
      value={asset.channels}
      options={CHANNELS.map(({ code, name }) => ({ value: code, label: text(name) }))}
      onChange={(channels) => save({ channels })}
    />
  );
}

function ProjectEditor({ asset, save }: EditorProps): ReactElement {
  const words = useMessages(assetTexts);
  const projects = useProjectOptions();
  return (
    <Select
      className="as-wide"
      allowClear
      aria-label={words.project}
      placeholder={words.noProject}
      showSearch={{ optionFilterProp: "label" }}
      value={asset.projectId}
      options={projects}
      onChange={(projectId) => save({ projectId: projectId ?? null })}
    />
  );
}

/** What may be changed, each saved by itself. */
function useEditors({ asset }: Props) {
  const update = useCommand(assets.updateAsset);
  const save = (change: Change): void =>
    void update.run({ params: { assetId: asset.id }, body: { ...change, expectedVersion: asset.version } });
  return {
    name: <TextEditor asset={asset} save={save} field="name" minRows={1} />,
    description: <TextEditor asset={asset} save={save} field="description" minRows={2} />,
    status: <StatusEditor asset={asset} save={save} />,
    tags: <TagsEditor asset={asset} save={save} />,
    channels: <ChannelsEditor asset={asset} save={save} />,
    project: <ProjectEditor asset={asset} save={save} />,
  };
}

/** The same for those who only look. */
function useWords({ asset }: Props) {
  const format = useFormat();
  const words = useMessages(assetTexts);
  const project = useProjectOptions().find((each) => each.value === asset.projectId);
  return {
    name: asset.name,
    description: asset.description || "–",
    status: <AssetStatus status={asset.status} />,
    tags: asset.tags.length > 0 ? format.list(asset.tags) : "–",
    channels: (
      <span className="as-channels">
        {asset.channels.map((code) => (
          <ChannelTag key={code} code={code} />
        ))}
      </span>
    ),
    project: project ? <AppLink to={`/projects/${project.value}`}>{project.label}</AppLink> : words.noProject,
  };
}

/** The attributes of an asset. */
export function Details({ asset }: Props): ReactElement {
  const t = useMessages(assetTexts);
  const own = useMessages(peekTexts);
  const editors = useEditors({ asset });
  const words = useWords({ asset });
  const values = asset.abilities.edit ? editors : words;
  const { width, height } = asset.current.file;
  const size =
    width !== null && height !== null ? [{ key: "size", label: t.size, value: own.pixels({ width, height }) }] : [];
  return (
    <Facts
      items={[
        ...(asset.abilities.edit ? [{ key: "name", label: t.name, value: values.name }] : []),
        { key: "status", label: t.status, value: values.status },
        {
          key: "owner",
          label: t.owner,
          value: <MemberAvatar person={{ id: asset.ownerId, name: asset.ownerName }} named />,
        },
        { key: "project", label: t.project, value: values.project },
        { key: "channels", label: t.channel, value: values.channels },
        { key: "tags", label: t.tags, value: values.tags },
        { key: "description", label: t.description, value: values.description },
        ...size,
      ]}
    />
  );
}
