import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import { CHANNELS } from "@yutu/projects/domain";
import { FileDrop, ProblemNotice, sendFile, useClient, useCommand, useOperation } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { importFileSchema, ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";
import type { Chosen, ImportFile } from "./chosen.ts";

const NEW = "new";

/** The sources that take files, and the fields of a new one. */
function SourceFields({
  value,
  onChange,
  name,
  onName,
  channel,
  onChannel,
}: {
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly channel: string;
  readonly onChannel: (code: string) => void;
}): ReactElement {
  const t = useMessages(ingestionTexts);
  const language = languageOf(useLocale());
  const { data } = useOperation(ingestion.listSources, {});
  const files = data?.sources.filter((s) => s.kind === "file" && !s.disabled) ?? [];
  const options = [...files.map((s) => ({ value: s.id, label: s.name })), { value: NEW, label: t.newSource }];
  return (
    <>
      <Form.Item label={t.chooseSource}>
        <Select aria-label={t.chooseSource} value={value} options={options} onChange={onChange} />
      </Form.Item>
      {value === NEW && (
        <div className="in-grid">
          <Form.Item label={t.sourceName}>
            <Input
              aria-label={t.sourceName}
              value={name}
              maxLength={80}
              onChange={(event) => onName(event.target.value)}
            />
          </Form.Item>
          <Form.Item label={t.channel}>
            <Select
              aria-label={t.channel}
              value={channel}
              options={CHANNELS.map((c) => ({ value: c.code, label: c.name[language] }))}
              onChange={onChannel}
            />
          </Form.Item>
        </div>
      )}
    </>
  );
}

function Samples({
  pending,
  onTake,
}: {
  readonly pending: boolean;
  readonly onTake: (sample: "orders" | "ads") => void;
}): ReactElement {
  const t = useMessages(ingestionTexts);
  return (
    <div className="in-samples">
      <Button loading={pending} onClick={() => onTake("orders")}>
        {t.sampleOrders}
      </Button>
      <Button loading={pending} onClick={() => onTake("ads")}>
        {t.sampleAds}
      </Button>
    </div>
  );
}

interface FileStepProps {
  readonly projectId: string | null;
  readonly onChosen: (chosen: Chosen) => void;
}

/** First step: the file, where it comes from, and which project it is for. */
export function FileStep({ projectId: initial, onChosen }: FileStepProps): ReactElement {
  const t = useMessages(ingestionTexts);
  const client = useClient();
  const [file, setFile] = useState<ImportFile>();
  const [sampled, setSampled] = useState(false);
  const [sourceId, setSourceId] = useState(NEW);
  const [name, setName] = useState("");
  const [channel, setChannel] = useState("website");
  const [projectId, setProjectId] = useState(initial);
  const list = useOperation(projects.listProjects, { query: { limit: 200 } });
  const sample = useCommand(ingestion.takeSampleFile, { quiet: true });
  const addSource = useCommand(ingestion.createSource, { quiet: true });
  const take = (taken: ImportFile, isSample: boolean): void => {
    setFile(taken);
    setSampled(isSample);
    setName((before) => before || taken.name.replace(/\.[a-z.]+$/i, ""));
  };
  const next = async (): Promise<void> => {
    if (!file) return;
    if (sourceId !== NEW) return onChosen({ fileId: file.id, sourceId, projectId });
    const added = await addSource.run({ body: { name, kind: "file", channel } });
    if (added.ok) onChosen({ fileId: file.id, sourceId: added.value.id, projectId });
  };
  const [before] = file?.importedBefore ?? [];
  return (
    <Form layout="vertical" className="in-form">
      <ProblemNotice problem={sample.problem ?? addSource.problem} />
      <Form.Item label={t.file}>
        <FileDrop
          single
          accept=".csv,.gz,.xlsx,.tsv,.txt"
          hint={t.dropHint}
          send={async (picked, control) => {
            const result = await sendFile(
              client.url(ingestion.uploadImportFile, { query: { name: picked.name } }),
              picked,
              control,
            );
            if (result.ok) take(importFileSchema.parse(result.value), false);
            return result;
          }}
        />
        <Samples
          pending={sample.pending}
          onTake={(kind) => void sample.run({ body: { sample: kind } }).then((r) => r.ok && take(r.value, true))}
        />
        {file && sampled && <p className="in-note">{file.name}</p>}
        {before && <p className="in-warn">{t.importedBefore({ source: before.sourceName })}</p>}
      </Form.Item>
      <SourceFields
        value={sourceId}
        onChange={setSourceId}
        name={name}
        onName={setName}
        channel={channel}
        onChannel={setChannel}
      />
      <Form.Item label={t.project} extra={t.projectHint}>
        <Select
          aria-label={t.project}
          allowClear
          placeholder={t.noProject}
          showSearch={{ optionFilterProp: "label" }}
          value={projectId}
          options={list.data?.items.map((p) => ({ value: p.id, label: p.name })) ?? []}
          onChange={(id?: string) => setProjectId(id ?? null)}
        />
      </Form.Item>
      <div className="in-actions">
        <Button
          type="primary"
          disabled={!file || (sourceId === NEW && name.trim() === "")}
          loading={addSource.pending}
          onClick={() => void next()}
        >
          {t.next}
        </Button>
      </div>
    </Form>
  );
}
