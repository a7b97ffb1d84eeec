import { useMessages } from "@yutu/i18n";
import { GroupTabs, PageHeader, usePhone, useUrlState } from "@yutu/ui";
import { Steps } from "antd";
import type { ReactElement } from "react";
import { z } from "zod";
import { ingestionTexts } from "../messages.ts";
import "../ingestion.css";
import { FileStep } from "./file-step.tsx";
import { MappingStep } from "./mapping-step.tsx";
import { RunStep } from "./run-step.tsx";

/** What was chosen and the import under way stand in the address, so that a reload or another device goes on with it. */
const state = z.object({
  import: z.string().default(""),
  file: z.string().default(""),
  source: z.string().default(""),
  project: z.string().default(""),
});

/** From a file to counted facts in three steps; nothing is written before the person has seen the totals. */
export default function ImportWizard(): ReactElement {
  const t = useMessages(ingestionTexts);
  const phone = usePhone();
  const [{ import: importId, file, source, project }, setState] = useUrlState(state);
  const step = importId ? 2 : file && source ? 1 : 0;
  const forward = { replace: false };
  return (
    <>
      <PageHeader title={t.newImport} tabs={<GroupTabs group="data-sources" />} />
      <div className="in-body">
        <Steps
          className="in-steps"
          size="small"
          responsive={false}
          {...(phone ? { titlePlacement: "vertical" as const } : {})}
          current={step}
          items={[{ title: t.steps.file }, { title: t.steps.mapping }, { title: t.steps.run }]}
        />
        {step === 0 && (
          <FileStep
            projectId={project || null}
            onChosen={({ fileId, sourceId, projectId }) =>
              setState({ file: fileId, source: sourceId, project: projectId ?? "" }, forward)
            }
          />
        )}
        {step === 1 && (
          <MappingStep
            chosen={{ fileId: file, sourceId: source, projectId: project || null }}
            onBack={() => setState({ file: "", source: "" }, forward)}
            onCreated={(id) => setState({ import: id })}
          />
        )}
        {step === 2 && (
          <RunStep importId={importId} onAnother={() => setState({ import: "", file: "", source: "" }, forward)} />
        )}
      </div>
    </>
  );
}
