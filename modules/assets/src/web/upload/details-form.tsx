import { useMessages } from "@yutu/i18n";
import { CHANNELS } from "@yutu/projects/domain";
import { useLocalText } from "@yutu/projects/web";
import { CloseIcon, ProblemNotice, toast, useCommand, useOperation } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { assets } from "../../contract/index.ts";
import { Preview } from "../look/preview.tsx";
import { TaskPicker } from "../look/task-picker.tsx";
import { useTaskSearch } from "../look/task-port.ts";
import { assetTexts } from "../messages.ts";
import { useProjectOptions } from "../use-assets.ts";
import { assetNameOf } from "./asset-name.ts";
import { uploadTexts } from "./messages.ts";
import type { Uploaded } from "./use-checked-upload.ts";

interface Values {
  readonly names: Readonly<Record<string, string>>;
  readonly tags?: string[];
  readonly channels?: string[];
  readonly projectId?: string;
  readonly taskIds?: string[];
}

interface Props {
  readonly uploaded: readonly Uploaded[];
  readonly projectId: string | undefined;
  readonly onRemove: (fileId: string) => void;
  readonly onClose: () => void;
}

/** A name for each file. */
function Names({ uploaded, onRemove }: Pick<Props, "uploaded" | "onRemove">): ReactElement {
  const t = useMessages(uploadTexts);
  return (
    <ul className="as-names">
      {uploaded.map(({ file }) => (
        <li key={file.id}>
          <Preview file={file} alt="" size="row" />
          <Form.Item
            name={["names", file.id]}
            initialValue={assetNameOf(file.name)}
            rules={[{ required: true, whitespace: true, message: t.required }]}
          >
            <Input maxLength={120} aria-label={t.nameOf({ file: file.name })} />
          </Form.Item>
          <Button
            type="text"
            icon={<CloseIcon />}
            aria-label={t.remove({ file: file.name })}
            onClick={() => onRemove(file.id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** What all of them have in common. */
function CommonFields({ projectId }: { readonly projectId: string | undefined }): ReactElement {
  const t = useMessages(uploadTexts);
  const words = useMessages(assetTexts);
  const text = useLocalText();
  const projects = useProjectOptions();
  const { data } = useOperation(assets.listAssetTags, {});
  const hasTasks = useTaskSearch() !== undefined;
  return (
    <>
      <Form.Item name="tags" label={words.tags}>
        <Select
          mode="tags"
          maxCount={30}
          placeholder={t.tagsHint}
          tokenSeparators={[",", "，", "、"]}
          options={(data?.tags ?? []).map(({ tag }) => ({ value: tag, label: tag }))}
        />
      </Form.Item>
      <Form.Item name="channels" label={words.channel}>
        <Select
          mode="multiple"
          placeholder={words.noChannel}
          showSearch={{ optionFilterProp: "label" }}
          options={CHANNELS.map(({ code, name }) => ({ value: code, label: text(name) }))}
        />
      </Form.Item>
      {projectId === undefined && (
        <Form.Item name="projectId" label={words.project}>
          <Select
            allowClear
            placeholder={words.noProject}
            showSearch={{ optionFilterProp: "label" }}
            options={projects}
          />
        </Form.Item>
      )}
      {hasTasks && (
        <Form.Item name="taskIds" label={t.tasks}>
          <TaskPicker />
        </Form.Item>
      )}
    </>
  );
}

/** Describes what was uploaded and puts it into the library, one asset a file. */
export function DetailsForm({ uploaded, projectId, onRemove, onClose }: Props): ReactElement {
  const t = useMessages(uploadTexts);
  const [form] = Form.useForm<Values>();
  const create = useCommand(assets.createAsset, { quiet: true });
  const save = async (values: Values): Promise<void> => {
    const { tags = [], channels = [], taskIds = [] } = values;
    const common = { tags, channels, taskIds, projectId: projectId ?? values.projectId ?? null };
    let saved = 0;
    for (const { file, meant } of uploaded) {
      const name = values.names[file.id] ?? file.name;
      const made = await create.run({ body: { fileId: file.id, name, allowDuplicate: meant, ...common } });
      if (!made.ok) return;
      saved += 1;
      onRemove(file.id);
    }
    toast.done(t.saved({ count: saved }));
    onClose();
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
      <p className="as-details">{t.details({ count: uploaded.length })}</p>
      <Names uploaded={uploaded} onRemove={onRemove} />
      <CommonFields projectId={projectId} />
      <ProblemNotice problem={create.problem} />
      <div className="as-buttons">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={create.pending}>
          {t.save}
        </Button>
      </div>
    </Form>
  );
}
