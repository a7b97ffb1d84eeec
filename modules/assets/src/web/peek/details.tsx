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

/** What may be changed, each saved as it is left. */
function useEditors({ asset }: Props) {
  const words = useMessages(assetTexts);
  const text = useLocalText();
  const projects = useProjectOptions();
  const { data } = useOperation(assets.listAssetTags, {});
  const update = useCommand(assets.updateAsset);
  const save = (change: Change): void =>
    void update.run({ params: { assetId: asset.id }, body: { ...change, expectedVersion: asset.version } });
  const textField = (key: "name" | "description", rows: number): ReactElement => (
    <Input.TextArea
      key={`${asset.id}-${asset.version}`}
      aria-label={words[key]}
      defaultValue={asset[key]}
      maxLength={key === "name" ? 120 : 2000}
      autoSize={{ minRows: rows, maxRows: 8 }}
      onBlur={(event) => {
        const value = event.target.value.replaceAll(/\s*\n\s*/g, key === "name" ? " " : "\n").trim();
        if (value !== asset[key] && (value !== "" || key === "description")) save({ [key]: value });
      }}
    />
  );
  return {
    name: textField("name", 1),
    description: textField("description", 2),
    status: (
      <Select
        className="as-wide"
        aria-label={words.status}
        value={asset.status}
        options={(["draft", "ready", "archived"] as const).map((value) => ({ value, label: words.statuses[value] }))}
        onChange={(status) => save({ status })}
      />
    ),
    tags: (
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
    ),
    channels: (
      <Select
        className="as-wide"
        mode="multiple"
        aria-label={words.channel}
        showSearch={{ optionFilterProp: "label" }}
        value={asset.channels}
        options={CHANNELS.map(({ code, name }) => ({ value: code, label: text(name) }))}
        onChange={(channels) => save({ channels })}
      />
    ),
    project: (
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
    ),
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
