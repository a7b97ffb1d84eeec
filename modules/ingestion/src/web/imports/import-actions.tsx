import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { toast, useCommand } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";

export type Import = OperationOutput<typeof ingestion.getImport>;

/** What may be asked of the import now. */
export function ImportActions({ item }: { readonly item: Import }): ReactElement {
  const t = useMessages(ingestionTexts);
  const changes = ["insights", "projects"];
  const commands = {
    commit: useCommand(ingestion.commitImport, { changes }),
    cancel: useCommand(ingestion.cancelImport, { changes }),
    undo: useCommand(ingestion.undoImport, { changes, done: () => toast.done(t.undone) }),
    retry: useCommand(ingestion.retryImport, { changes }),
  };
  return (
    <>
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
