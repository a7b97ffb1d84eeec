import { useMessages } from "@yutu/i18n";
import { PageHeader } from "@yutu/ui";
import type { ReactElement } from "react";
import { assetTexts } from "../messages.ts";
import { Library } from "./library.tsx";

/** The library of the workspace. */
export default function LibraryPage(): ReactElement {
  const t = useMessages(assetTexts);
  return <Library head={(upload) => <PageHeader title={t.title} action={upload} />} />;
}
