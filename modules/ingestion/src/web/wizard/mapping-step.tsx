import { useMessages } from "@yutu/i18n";
import { ProblemNotice, Skeleton, useCommand, useOperation } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";
import type { Chosen } from "./chosen.ts";
import { LayoutFields } from "./layout-fields.tsx";
import { MappingFields } from "./mapping-fields.tsx";
import { PreviewTable } from "./preview-table.tsx";
import type { FilePreview, LayoutChoice } from "./reading.ts";

interface MappingStepProps {
  readonly chosen: Chosen;
  readonly onBack: () => void;
  readonly onCreated: (importId: string) => void;
}

/** Second step: how the file is read and which column is what, with the effect on real rows below. */
export function MappingStep({ chosen, onBack, onCreated }: MappingStepProps): ReactElement {
  const [choice, setChoice] = useState<LayoutChoice>({});
  const { fileId, sourceId } = chosen;
  const { data, problem, stale } = useOperation(ingestion.previewImportFile, {
    params: { fileId },
    query: { sourceId, ...choice },
  });
  if (problem) return <ProblemNotice problem={problem} onRetry={() => setChoice({})} />;
  if (!data) return <Skeleton rows={8} />;
  // Another reading of the file is another table: what was mapped on the former one no longer applies.
  const key = JSON.stringify(data.layout);
  return (
    <LoadedMapping
      key={key}
      chosen={chosen}
      preview={data}
      stale={stale}
      onLayout={(next) => setChoice((before) => ({ ...before, ...next }))}
      onBack={onBack}
      onCreated={onCreated}
    />
  );
}

interface LoadedProps extends MappingStepProps {
  readonly preview: FilePreview;
  readonly stale: boolean;
  readonly onLayout: (choice: LayoutChoice) => void;
}

function LoadedMapping({ chosen, preview, stale, onLayout, onBack, onCreated }: LoadedProps): ReactElement {
  const t = useMessages(ingestionTexts);
  const [settings, setSettings] = useState(preview.settings);
  const { layout, presetKey } = preview;
  const rows = useOperation(ingestion.previewRows, {
    params: { fileId: chosen.fileId },
    body: { layout, settings, limit: 50 },
  });
  const create = useCommand(ingestion.createImport, { quiet: true });
  const run = async (): Promise<void> => {
    const made = await create.run({ body: { ...chosen, presetKey, layout, settings } });
    if (made.ok) onCreated(made.value.id);
  };
  return (
    <>
      {preview.remembered && <p className="in-note">{t.remembered}</p>}
      {preview.ambiguousDates && <p className="in-warn">{t.ambiguousDates}</p>}
      <LayoutFields preview={preview} settings={settings} onLayout={onLayout} onSettings={setSettings} />
      <h2 className="in-section">{t.mapping}</h2>
      <MappingFields headings={preview.headings} settings={settings} onChange={setSettings} />
      <h2 className="in-section">{t.preview}</h2>
      <ProblemNotice problem={rows.problem} />
      {rows.data && <PreviewTable headings={preview.headings} rows={rows.data.rows} />}
      <ProblemNotice problem={create.problem} />
      <p className="in-note">{t.checkHint}</p>
      <div className="in-actions">
        <Button type="primary" loading={create.pending} disabled={stale} onClick={() => void run()}>
          {t.runCheck}
        </Button>
        <Button onClick={onBack}>{t.back}</Button>
      </div>
    </>
  );
}
