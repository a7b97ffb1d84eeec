import { useMessages } from "@yutu/i18n";
import { AppLink, PageHeader } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";
import "./status-pages.css";

function StatusPage({ title, text }: { readonly title: string; readonly text: string }): ReactElement {
  const t = useMessages(shellTexts);
  return (
    <>
      <PageHeader title={title} />
      <div className="sh-status">
        <p>{text}</p>
        <AppLink to="/">{t.home}</AppLink>
      </div>
    </>
  );
}

export function NotFound(): ReactElement {
  const t = useMessages(shellTexts);
  return <StatusPage title={t.notFoundTitle} text={t.notFound} />;
}

export function NoPermission(): ReactElement {
  const t = useMessages(shellTexts);
  return <StatusPage title={t.forbiddenTitle} text={t.forbidden} />;
}
