import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { useCommand, useGo } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";

export type Import = OperationOutput<typeof ingestion.getImport>;

/** Where the rows that were taken in are seen: in their project, or on the dashboard over their own days. */
function SeeData({ item }: { readonly item: Import }): ReactElement {
  const t = useMessages(ingestionTexts);
  const go = useGo();
  const { firstOn, lastOn } = item.result ?? {};
  const days = firstOn && lastOn ? { dates: [firstOn, lastOn] } : { range: "all" };
  const path = item.projectId ? `/projects/${item.projectId}/data` : "/data";
  return (
    <Button type="primary" onClick={() => go(path, { search: days })}>
      {t.seeData}
    </Button>
  );
}

/** What may be asked of the import now. */
export function ImportActions({ item }: { readonly item: Import }): ReactElement {
  const t = useMessages(ingestionTexts);
  const changes = ["insights", "projects"];
  const commands = {
    commit: useCommand(ingestion.commitImport, { changes }),
    cancel: useCommand(ingestion.cancelImport, { changes }),
    undo: useCommand(ingestion.undoImport, { changes }),
    retry: useCommand(ingestion.retryImport, { changes }),
  };
  return (
    <>
      {item.state === "done" && <SeeData item={item} />}
      {item.abilities.moves.map((move) => (
        <Button
          key={move}
          type={move === "commit" ? "primary" : "default"}
          loading={commands[move].pending}
          onClick={() => void commands[move].run({ params: { importId: item.id } })}
        >
          {t.moves[move]}
        </Button>
      ))}
    </>
  );
}
