import { useMessages } from "@yutu/i18n";
import { ingestion } from "@yutu/ingestion/contract";
import { Facts, ProblemNotice, Skeleton, useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { rowTexts } from "./messages.ts";

/** The line of the imported file that a fact was made of. */
export function OriginalRow({
  importId,
  rowNumber,
}: {
  readonly importId: string;
  readonly rowNumber: number;
}): ReactElement {
  const t = useMessages(rowTexts);
  const { data, problem, loading } = useOperation(ingestion.viewImportRow, { params: { importId, rowNumber } });
  if (loading) return <Skeleton />;
  if (!data) return <ProblemNotice problem={problem} />;
  const cells = data.cells.map((value, i) => ({ key: String(i), label: data.headings[i] ?? String(i + 1), value }));
  return <Facts items={[{ key: "file", label: t.file, value: data.fileName }, ...cells]} />;
}
