import { useMessages } from "@yutu/i18n";
import { GroupTabs, PageHeader, usePhone, useUrlState } from "@yutu/ui";
import { Steps } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { ingestionTexts } from "../messages.ts";
import "../ingestion.css";
import type { Chosen } from "./chosen.ts";
import { FileStep } from "./file-step.tsx";
import { MappingStep } from "./mapping-step.tsx";
import { RunStep } from "./run-step.tsx";

/** The import under way stands in the address, so that a reload or another device goes on with it. */
const state = z.object({ import: z.string().default(""), project: z.string().default("") });

/** From a file to counted facts in three steps; nothing is written before the person has seen the totals. */
export default function ImportWizard(): ReactElement {
  const t = useMessages(ingestionTexts);
  const phone = usePhone();
  const [{ import: importId, project }, setState] = useUrlState(state);
  const [chosen, setChosen] = useState<Chosen>();
  const step = importId ? 2 : chosen ? 1 : 0;
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
        {step === 0 && <FileStep projectId={project || null} onChosen={setChosen} />}
        {step === 1 && chosen && (
          <MappingStep
            chosen={chosen}
            onBack={() => setChosen(undefined)}
            onCreated={(id) => setState({ import: id })}
          />
        )}
        {step === 2 && (
          <RunStep
            importId={importId}
            onAnother={() => {
              setChosen(undefined);
              setState({ import: "" });
            }}
          />
        )}
      </div>
    </>
  );
}
